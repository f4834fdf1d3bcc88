package evenlight.torch.training.checkpoint;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far training is.
 *
 * @param step how many steps are done
 * @param millis that training took so far, in all its sessions
 * @param best the best validation
 * @param validationsSince how many validations there were after the best
 */
public record Progress(int step, long millis, Best best, int validationsSince) {
  /**
   * A validation.
   *
   * @param step after which; 0 if there was none yet
   * @param value what it is compared by, greater is better
   * @param loss the mean loss
   * @param scores means by the metrics' ids
   */
  public record Best(int step, double value, double loss, Map<String, Double> scores) {
    /** Copies the scores, sorted. */
    public Best {
      scores = Collections.unmodifiableMap(new TreeMap<>(scores));
    }
  }

  /** Nothing is done. */
  public static Progress start() {
    return new Progress(0, 0, new Best(0, 0, 0, Map.of()), 0);
  }

  /** Whether there was a validation. */
  public boolean isValidated() {
    return best.step() > 0;
  }

  /** After a further step. */
  public Progress withStep(int newStep, long newMillis) {
    return new Progress(newStep, newMillis, best, validationsSince);
  }

  /** After a validation, which is the best if it is better than all before. */
  public Progress withValidation(Best validation) {
    return !isValidated() || validation.value() > best.value()
        ? new Progress(step, millis, validation, 0)
        : new Progress(step, millis, best, validationsSince + 1);
  }
}
