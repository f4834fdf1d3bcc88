package evenlight.fusion;

import java.util.function.DoubleUnaryOperator;

/** A smooth function of [0,1], kept as a table and joined by straight lines: powers cost time. */
final class Curve {
  private static final int STEPS = 4096;

  private final double[] values = new double[STEPS + 2];

  Curve(DoubleUnaryOperator function) {
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(Math.min((double) i / STEPS, 1));
    }
  }

  /** The value at x, or at the nearer end where x lies outside. */
  double at(double x) {
    double place = Math.min(Math.max(x, 0), 1) * STEPS;
    int left = (int) place;
    return values[left] + (place - left) * (values[left + 1] - values[left]);
  }
}
