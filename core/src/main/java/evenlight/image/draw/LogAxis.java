package evenlight.image.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis between powers of ten, with a tick at 1, 2 and 5 times each of them.
 *
 * @param ticks at least two, positive, ascending
 */
public record LogAxis(List<BigDecimal> ticks) implements Scale {
  /** Beyond this ratio of the ends only powers of ten are marked. */
  private static final double TWO_DECADES = 100;

  private static final int[] FINE = {1, 2, 5};
  private static final int[] COARSE = {1};

  /** Keeps the ticks. */
  public LogAxis {
    ticks = List.copyOf(ticks);
  }

  /**
   * An axis that holds both ends.
   *
   * @throws IllegalArgumentException if an end is not positive
   */
  public static LogAxis over(double least, double most) {
    if (!(least > 0 && most >= least)) {
      throw new IllegalArgumentException(
          "ends of a logarithmic axis must be positive and ascending, but are %s and %s"
              .formatted(least, most));
    }
    boolean fine = most / least <= TWO_DECADES;
    List<BigDecimal> all = candidates(exponent(least) - 1, exponent(most) + 1, fine);
    int from = 0;
    while (all.get(from + 1).doubleValue() <= least) {
      from++;
    }
    int to = from + 1;
    while (all.get(to).doubleValue() < most) {
      to++;
    }
    return new LogAxis(all.subList(from, to + 1));
  }

  private static int exponent(double value) {
    return (int) Math.floor(StrictMath.log10(value));
  }

  private static List<BigDecimal> candidates(int from, int to, boolean fine) {
    List<BigDecimal> ticks = new ArrayList<>();
    for (int exponent = from; exponent <= to; exponent++) {
      for (int digit : fine ? FINE : COARSE) {
        ticks.add(BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent));
      }
    }
    return ticks;
  }

  @Override
  public double share(double value) {
    double from = StrictMath.log10(ticks.get(0).doubleValue());
    double to = StrictMath.log10(ticks.get(ticks.size() - 1).doubleValue());
    return (StrictMath.log10(value) - from) / (to - from);
  }
}
