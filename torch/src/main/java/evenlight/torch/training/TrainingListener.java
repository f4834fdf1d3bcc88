package evenlight.torch.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
   * @param score over whole validation pictures; empty without any
   */
  void checkpointWritten(int step, Path file, Optional<Validation.Score> score);
}
