package evenlight.torch.training;

import java.nio.file.Path;
import java.time.Duration;

/** Is told how training goes. */
public interface TrainingListener {
  /**
   * A step is done.
   *
   * @param step from 1
   * @param steps how many there will be
   * @param loss of this step's batch
   * @param elapsed since the first step began
   */
  void stepDone(int step, int steps, double loss, Duration elapsed);

  /**
   * A checkpoint has been written and tried on the validation scenes.
   *
   * @param step after which
   * @param file its weights
   * @param validationLoss the loss over whole validation pictures, or NaN without any
   */
  void checkpointWritten(int step, Path file, double validationLoss);
}
