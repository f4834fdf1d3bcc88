package evenlight.bench;

import java.util.List;

/**
 * The middle half of some values.
 *
 * @param lower a quarter of the values are below
 * @param median half of them are
 * @param upper three quarters are
 */
public record Quartiles(double lower, double median, double upper) {
  /** The quartiles of at least one value, interpolated between neighbours. */
  public static Quartiles of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Quartiles(quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75));
  }

  private static double quantile(List<Double> sorted, double share) {
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  /** How wide the middle half is. */
  public double range() {
    return upper - lower;
  }
}
