package evenlight.torch.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Is told how training goes. */
public interface TrainingListener {
  /** A step is done. */
  default void stepDone(Step step) {}

  /** The parameters of now have been tried on the validation scenes. */
  default void validated(ValidationResult result) {}

  /**
   * A checkpoint has been written.
   *
   * @param step after which
   */
  default void checkpointWritten(int step, Path file) {}

  /** Something that the user should know although training goes on, or ended early, as planned. */
  default void note(String line) {}

  /**
   * A step is done.
   *
   * @param step from 1
   * @param steps how many there will be
   * @param loss of this step's batch
   * @param elapsed since the first step began
   */
  default void stepDone(int step, int steps, double loss, Duration elapsed) {}

  /**
   * A checkpoint has been written and tried on the validation scenes.
   *
   * @param step after which
   * @param file its weights
   * @param score over whole validation pictures; empty without any
   */
  default void checkpointWritten(int step, Path file, Optional<Validation.Score> score) {}
}
