package evenlight.ghost;

/**
 * What distance 90 % of the typical pixels of a brightness keep: noise, quantisation, JPEG and all
 * that no curve explains.
 *
 * <p>Brightness is taken in 32 bins, the distances of three neighbours are averaged, and linear
 * between the bins' centres. A bin with at most 50 pixels counts as 0.03.
 */
final class UsualDistance {
  private static final int BINS = 32;
  private static final int STEPS = 256;
  private static final float GREATEST = 0.25f;
  private static final double SHARE = 0.9;
  private static final int FEWEST = 50;
  private static final float UNKNOWN = 0.03f;

  private final int[][] counts = new int[BINS][STEPS];
  private final float[] distances = new float[BINS];

  /** Counts a pixel in. */
  void add(float brightness, float distance) {
    int step = (int) (Math.min(distance / GREATEST, 1) * (STEPS - 1));
    counts[(int) place(brightness)][step]++;
  }

  /** Finds the distances when all pixels are counted. */
  void finish() {
    float[] found = new float[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      found[bin] = quantile(counts[bin]);
    }
    for (int bin = 0; bin < BINS; bin++) {
      distances[bin] =
          (found[Math.max(bin - 1, 0)] + found[bin] + found[Math.min(bin + 1, BINS - 1)]) / 3;
    }
  }

  private static float quantile(int[] counts) {
    long total = 0;
    for (int count : counts) {
      total += count;
    }
    if (total <= FEWEST) {
      return UNKNOWN;
    }
    long below = counts[0];
    int step = 0;
    while (below < SHARE * total) {
      step++;
      below += counts[step];
    }
    return GREATEST * step / (STEPS - 1);
  }

  /** The distance for a brightness. */
  float at(float brightness) {
    float place = Math.max(place(brightness) - 0.5f, 0);
    int bin = Math.min((int) place, BINS - 2);
    return distances[bin] + Math.min(place - bin, 1) * (distances[bin + 1] - distances[bin]);
  }

  private static float place(float brightness) {
    return Math.min(Math.max(brightness, 0) * BINS, BINS - 0.5f);
  }
}
