package evenlight.image.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis from a round number to a round number, with a tick at each step of 1, 2 or 5 times a
 * power of ten.
 *
 * @param ticks at least two, ascending
 */
public record Axis(List<BigDecimal> ticks) implements Scale {
  private static final int MOST_STEPS = 5;
  private static final List<Integer> STEPS = List.of(1, 2, 5);

  /** Keeps the ticks. */
  public Axis {
    ticks = List.copyOf(ticks);
  }

  /** An axis that holds both ends, with at most five steps where they lie apart. */
  public static Axis over(double least, double most) {
    BigDecimal step = step(most > least ? most - least : Math.max(Math.abs(least), 1) * 0.1);
    BigDecimal from = below(least, step);
    List<BigDecimal> ticks = new ArrayList<>();
    ticks.add(from);
    do {
      ticks.add(ticks.get(ticks.size() - 1).add(step));
    } while (ticks.get(ticks.size() - 1).doubleValue() < most);
    return new Axis(ticks);
  }

  private static BigDecimal step(double extent) {
    int power = (int) Math.floor(Math.log10(extent / MOST_STEPS));
    for (int exponent = power; ; exponent++) {
      for (int digit : STEPS) {
        BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        if (step.doubleValue() * MOST_STEPS >= extent) {
          return step;
        }
      }
    }
  }

  private static BigDecimal below(double value, BigDecimal step) {
    BigDecimal multiple = BigDecimal.valueOf((long) Math.floor(value / step.doubleValue()));
    BigDecimal from = multiple.multiply(step);
    return from.doubleValue() > value ? from.subtract(step) : from;
  }

  @Override
  public double share(double value) {
    double from = ticks.get(0).doubleValue();
    double to = ticks.get(ticks.size() - 1).doubleValue();
    return (value - from) / (to - from);
  }
}
