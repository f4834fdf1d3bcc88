package evenlight.torch.ablation;

import evenlight.evaluation.report.Numbers;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Several trainings in two numbers.
 *
 * @param mean of the values; empty without any
 * @param deviation their standard deviation, with n - 1; empty for fewer than two
 */
record Spread(OptionalDouble mean, OptionalDouble deviation) {
  static Spread of(List<Double> values) {
    int n = values.size();
    if (n == 0) {
      return new Spread(OptionalDouble.empty(), OptionalDouble.empty());
    }
    double mean = values.stream().reduce(0.0, Double::sum) / n;
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    OptionalDouble deviation =
        n == 1 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(squares / (n - 1)));
    return new Spread(OptionalDouble.of(mean), deviation);
  }

  /** Mean and deviation as tables print them, as far as there are any. */
  String text(int decimals) {
    String text = Numbers.fixed(mean, decimals);
    return deviation.isPresent() ? text + " ± " + Numbers.fixed(deviation, decimals) : text;
  }
}
