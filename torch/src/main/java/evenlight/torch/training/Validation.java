package evenlight.torch.training;

import java.io.IOException;

/** Tries what has been learned so far on scenes that are not trained on. */
interface Validation {
  /** Whether there is nothing to try it on. */
  boolean isEmpty();

  /**
   * Tries the learner's running average as it is now.
   *
   * @param step after which this is, for the result
   */
  ValidationResult of(int step) throws IOException;
}
