package evenlight.metric;

/** Puts a number on a fused image. */
public interface Metric {
  /** What the number is and by which conventions it is computed. */
  MetricCard card();

  /**
   * Scores a fused image.
   *
   * <p>The same comparison gives the same bits every time, whatever the number of threads. The
   * value is never NaN: where the metric is not defined there is none, and the score says why.
   *
   * @throws IllegalArgumentException if the metric needs a reference and the comparison has none
   */
  Score score(Comparison comparison);
}
