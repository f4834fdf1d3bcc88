package evenlight.ghost;

/**
 * What one exposure shows of a channel where another one has a given sample: a monotone curve, and
 * how far it is to be trusted.
 *
 * <p>The curve gives the pixels of one exposure the histogram of the other (Grossberg and Nayar,
 * "Determining the camera response from images: what is knowable?", PAMI 2003): a level whose
 * pixels have the mean rank r becomes the level that has the mean rank r there, linear between
 * levels, on 256 of them. Levels that do not occur lie between their neighbours, beyond the first
 * and last in proportion to them. A kernel of five levels smooths the curve.
 *
 * <p>It is not trusted where one level would have to become many: where the exposure that it starts
 * from is clipped and the other is not, and in darkness that it would spread by more than 6 levels
 * each, over nine.
 */
final class ToneTransfer {
  /** Levels of the curve. */
  static final int LEVELS = 256;

  private static final int WHITE = LEVELS - 1;
  private static final float[] KERNEL = {0.1f, 0.2f, 0.4f, 0.2f, 0.1f};
  private static final int SLOPE_REACH = 4;
  private static final float STEEPEST = 7;
  private static final float STEEP_RAMP = 2;
  private static final float CLIPPED = 0.98f;
  private static final float CLIPPED_RAMP = 0.04f;

  private final float[] values;
  private final float[] trust;

  private ToneTransfer(float[] values) {
    this.values = values;
    this.trust = trust(values);
  }

  /**
   * The curve between two histograms.
   *
   * @param from how many pixels have each level; one at least
   * @param to the same of equally many pixels of the other exposure
   */
  static ToneTransfer between(long[] from, long[] to) {
    float[] ranks = new float[LEVELS + 1];
    int[] levels = new int[LEVELS];
    int count = ranks(to, ranks, levels);
    float[] values = new float[LEVELS];
    long below = 0;
    int j = 0;
    for (int level = 0; level < LEVELS; level++) {
      float rank = below + from[level] / 2f;
      below += from[level];
      while (j + 2 < count && ranks[j + 1] < rank) {
        j++;
      }
      int next = Math.min(j + 1, count - 1);
      float share = next == j ? 0 : (rank - ranks[j]) / (ranks[next] - ranks[j]);
      share = Math.min(Math.max(share, 0), 1);
      values[level] = (levels[j] + share * (levels[next] - levels[j])) / WHITE;
    }
    return new ToneTransfer(smooth(continued(values, from)));
  }

  /** The mean ranks of the levels that occur, and these levels; how many that are. */
  private static int ranks(long[] histogram, float[] ranks, int[] levels) {
    long below = 0;
    int count = 0;
    for (int level = 0; level < LEVELS; level++) {
      if (histogram[level] > 0) {
        ranks[count] = below + histogram[level] / 2f;
        levels[count] = level;
        below += histogram[level];
        count++;
      }
    }
    return count;
  }

  /** Fills in the levels that do not occur. */
  private static float[] continued(float[] values, long[] from) {
    int previous = -1;
    for (int level = 0; level < LEVELS; level++) {
      if (from[level] > 0) {
        fill(values, previous, level);
        previous = level;
      }
    }
    for (int level = previous + 1; level < LEVELS; level++) {
      values[level] = previous == 0 ? values[0] : Math.min(values[previous] * level / previous, 1);
    }
    return values;
  }

  private static void fill(float[] values, int previous, int level) {
    float start = previous < 0 ? 0 : values[previous];
    int from = Math.max(previous, 0);
    for (int i = previous + 1; i < level; i++) {
      values[i] = start + (values[level] - start) * (i - from) / (level - from);
    }
  }

  private static float[] smooth(float[] values) {
    float[] smooth = new float[LEVELS];
    int reach = KERNEL.length / 2;
    for (int level = 0; level < LEVELS; level++) {
      for (int i = -reach; i <= reach; i++) {
        smooth[level] += KERNEL[i + reach] * values[Math.min(Math.max(level + i, 0), WHITE)];
      }
    }
    return smooth;
  }

  private static float[] trust(float[] values) {
    float[] trust = new float[LEVELS];
    boolean clips = values[WHITE] < CLIPPED - CLIPPED_RAMP / 4;
    for (int level = 0; level < LEVELS; level++) {
      int before = Math.max(level - SLOPE_REACH, 0);
      int after = Math.min(level + SLOPE_REACH, WHITE);
      float slope = (values[after] - values[before]) * WHITE / (after - before);
      float steep = (STEEPEST - slope) / STEEP_RAMP;
      float clipped = clips ? (CLIPPED - level / (float) WHITE) / CLIPPED_RAMP : 1;
      trust[level] = Math.min(Math.max(Math.min(steep, clipped), 0), 1);
    }
    return trust;
  }

  /** The curve at a sample, linear between levels. */
  float at(float sample) {
    return between(values, sample);
  }

  /** From 0, not at all, to 1: how far the curve is to be trusted at a sample. */
  float trust(float sample) {
    return between(trust, sample);
  }

  private static float between(float[] table, float sample) {
    float place = Math.min(Math.max(sample, 0), 1) * WHITE;
    int level = Math.min((int) place, WHITE - 1);
    return table[level] + (place - level) * (table[level + 1] - table[level]);
  }

  /** How many of the chosen samples are nearest to each level. */
  static long[] histogram(float[] samples, byte[] chosen) {
    long[] histogram = new long[LEVELS];
    for (int i = 0; i < samples.length; i++) {
      histogram[(int) (Math.min(Math.max(samples[i], 0), 1) * WHITE + 0.5f)] += chosen[i];
    }
    return histogram;
  }
}
