package evenlight.evaluation.report;

import evenlight.metric.MetricCard.Direction;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/** How a value stands among those of the other methods. */
public enum Mark {
  /** Nothing to say. */
  NONE,
  /** The best one. */
  BEST,
  /** The second best one. */
  SECOND;

  /**
   * Marks the best value, and where there are three or more, the second best.
   *
   * <p>Values are compared as they are printed: two that read alike share a mark, and the next
   * different one is second. Where all read alike none is marked.
   *
   * @param decimals with which the values are printed
   */
  public static List<Mark> of(List<OptionalDouble> values, Direction direction, int decimals) {
    List<BigDecimal> costs =
        values.stream()
            .filter(OptionalDouble::isPresent)
            .map(value -> cost(value.getAsDouble(), direction, decimals))
            .sorted()
            .toList();
    List<BigDecimal> ranks = costs.stream().distinct().toList();
    boolean second = costs.size() > 2 && ranks.size() > 1;
    return values.stream()
        .map(
            value -> {
              if (value.isEmpty() || ranks.size() < 2) {
                return NONE;
              }
              int rank = ranks.indexOf(cost(value.getAsDouble(), direction, decimals));
              return rank == 0 ? BEST : rank == 1 && second ? SECOND : NONE;
            })
        .toList();
  }

  /** Smaller is better. */
  private static BigDecimal cost(double value, Direction direction, int decimals) {
    BigDecimal printed = Numbers.rounded(value, decimals);
    return switch (direction) {
      case HIGHER -> printed.negate();
      case LOWER -> printed;
      case ZERO -> printed.abs();
    };
  }
}
