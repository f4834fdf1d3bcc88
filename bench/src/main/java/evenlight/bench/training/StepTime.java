package evenlight.bench.training;

import evenlight.bench.Quartiles;
import java.util.List;

/**
 * What a program needs on one machine at one time.
 *
 * @param step seconds of a training step, a median
 * @param convolution seconds of the plain convolution, a median
 */
record StepTime(double step, double convolution) {
  /** Both as medians over rounds. */
  static StepTime medianOf(List<StepTime> rounds) {
    return new StepTime(
        Quartiles.of(rounds.stream().map(StepTime::step).toList()).median(),
        Quartiles.of(rounds.stream().map(StepTime::convolution).toList()).median());
  }

  /** How many plain convolutions a step takes: what is left when the machine is taken out. */
  double ratio() {
    return step / convolution;
  }
}
