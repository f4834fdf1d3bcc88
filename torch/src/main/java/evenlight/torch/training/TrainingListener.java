package evenlight.torch.training;

import java.nio.file.Path;

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
}
