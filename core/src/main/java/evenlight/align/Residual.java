package evenlight.align;

/**
 * How far matches that had no part in a fit lie from where it puts them.
 *
 * @param median of their distances, in pixels
 * @param p95 what 95 % of them do not exceed, in pixels
 * @param matches how many there are; 0 where nothing was measured
 */
public record Residual(double median, double p95, int matches) {
  /** Of a frame that was not measured. */
  public static final Residual NONE = new Residual(0, 0, 0);

  /** Checks the values. */
  public Residual {
    if (!(median >= 0 && median <= p95 && p95 < Double.POSITIVE_INFINITY) || matches < 0) {
      throw new IllegalArgumentException(
          "a residual must have 0 <= median <= p95 and no negative number of matches, but has "
              + "median %s, p95 %s, matches %d".formatted(median, p95, matches));
    }
  }
}
