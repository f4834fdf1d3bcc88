package evenlight.fusion.classical;

/**
 * Levels that give one picture the histogram of another, on 256 levels.
 *
 * <p>Of level i becomes the least level j whose share of samples at or below it reaches that of i,
 * less half of those at i itself:
 *
 * <pre>
 * T(i) = min { j : c_to(j) ≥ c_from(i) - t(i) },   t(i) = n_from(i) / 2, 0 at the first and last i
 * </pre>
 *
 * <p>with the counts n and their cumulative sums c, both of equally many samples. This is what
 * MATLAB's {@code imhistmatch} does with 256 bins.
 */
final class HistogramMatch {
  /** How many levels there are. */
  static final int LEVELS = 256;

  private static final int WHITE = LEVELS - 1;

  private HistogramMatch() {}

  /** The level nearest to a sample in [0,1]. */
  static int level(double sample) {
    return (int) (Math.min(Math.max(sample, 0), 1) * WHITE + 0.5);
  }

  /**
   * The samples in [0,1] that stand for each level.
   *
   * @param from how many samples there are of each level
   * @param to the same of the picture whose histogram is wanted
   */
  static float[] samples(long[] from, long[] to) {
    float[] samples = new float[LEVELS];
    long reached = to[0];
    long below = 0;
    int level = 0;
    for (int i = 0; i < LEVELS; i++) {
      below += from[i];
      double tolerance = i == 0 || i == WHITE ? 0 : from[i] / 2.0;
      while (level < WHITE && reached < below - tolerance) {
        level++;
        reached += to[level];
      }
      samples[i] = level / (float) WHITE;
    }
    return samples;
  }
}
