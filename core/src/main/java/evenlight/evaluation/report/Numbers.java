package evenlight.evaluation.report;

import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** Numbers as tables print them: all values of a metric with the same number of decimals. */
public final class Numbers {
  /** What stands where there is no number. */
  public static final String NONE = "–";

  private static final int DIGITS = 5;
  private static final int MOST_DECIMALS = 8;
  private static final double LEAST_CHANCE = 0.001;
  private static final int CHANCE_DECIMALS = 3;

  private Numbers() {}

  /** Decimals that show the largest value of a metric with five digits, counting one before. */
  static int decimals(ScoreTable table, String metric) {
    return decimals(
        table.rows().stream().flatMapToDouble(row -> Numbers.value(row, metric)).toArray());
  }

  /** Decimals that show the largest of some values with five digits, counting one before. */
  public static int decimals(double... values) {
    double largest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
    if (largest == 0) {
      return DIGITS - 1;
    }
    BigDecimal exact = new BigDecimal(largest);
    int before = exact.precision() - exact.scale();
    return Math.min(
        Math.max(DIGITS - Math.max(before, 1) + Math.max(-before, 0), 1), MOST_DECIMALS);
  }

  /** A value rounded half up. */
  static BigDecimal rounded(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
  }

  /** A value rounded half up, as text. */
  public static String fixed(double value, int decimals) {
    return rounded(value, decimals).toPlainString();
  }

  /** A value rounded half up, or what stands where there is none. */
  public static String fixed(OptionalDouble value, int decimals) {
    return value.isPresent() ? fixed(value.getAsDouble(), decimals) : NONE;
  }

  /** A p-value; small ones as a bound. */
  static String chance(OptionalDouble p) {
    return p.isPresent() && p.getAsDouble() < LEAST_CHANCE
        ? "<" + LEAST_CHANCE
        : fixed(p, CHANCE_DECIMALS);
  }

  private static DoubleStream value(ScoreRow row, String metric) {
    return row.value(metric).stream();
  }
}
