package evenlight.filter;

import java.util.Arrays;

/**
 * Contrast-limited adaptive histogram equalisation with the rules of OpenCV's {@code CLAHE} for
 * 8-bit pictures, 8×8 tiles.
 *
 * <p>K. Zuiderveld, "Contrast Limited Adaptive Histogram Equalization", Graphics Gems IV, 1994.
 *
 * <pre>
 * tile   = extent / 8; if that leaves a rest in one of the two directions, the plane is padded below
 *          and to the right by 8 - rest (8 if there is none), mirrored without repeating the border
 * clip   = max(floor(L n / 256), 1),   n = samples of a tile,   L = clip limit
 * output = bilinear between the mappings round(255 cumulative histogram / n) of the four tiles
 * </pre>
 *
 * <p>What lies above the clip is dealt out: an equal share to every bin, the rest one by one with
 * an even step. The arithmetic is that of 32-bit floats, rounded half to even, so that 8-bit
 * results are OpenCV's; for finer ones nothing is rounded, and the mapping is interpolated between
 * the steps in which samples are counted. Cost: O(H·W); memory: the mappings.
 */
public final class OpenCvClahe implements Equalisation {
  private static final int TILES = TileMappings.TILES;
  private static final int BINS = TileMappings.BINS;
  private static final int WHITE = BINS - 1;

  private final TileMappings mappings;
  private final boolean rounded;
  private final int height;
  private final int width;

  private OpenCvClahe(TileMappings mappings, boolean rounded, int height, int width) {
    this.mappings = mappings;
    this.rounded = rounded;
    this.height = height;
    this.width = width;
  }

  /**
   * Learns the mappings of a plane.
   *
   * @param plane in [0,1]
   * @param clipLimit a multiple of the mean of a histogram; OpenCV's default is 40
   * @param steps from 0 to 1 that samples are counted in: 255 for an 8-bit plane in full range
   * @param rounded whether results are whole multiples of 1/255
   */
  public static OpenCvClahe of(
      Plane plane, double clipLimit, int steps, boolean rounded, Strips strips) {
    boolean divisible = plane.height() % TILES == 0 && plane.width() % TILES == 0;
    int[] rows = sources(plane.height(), divisible);
    int[] columns = sources(plane.width(), divisible);
    int tileHeight = rows.length / TILES;
    int tileWidth = columns.length / TILES;
    int samples = tileHeight * tileWidth;
    int clip = Math.max((int) (clipLimit * samples / BINS), 1);
    TileMappings mappings =
        TileMappings.of(
            plane,
            rows,
            columns,
            steps,
            histogram -> mapping(histogram, clip, samples, rounded),
            strips);
    return new OpenCvClahe(mappings, rounded, tileHeight, tileWidth);
  }

  private static int[] sources(int extent, boolean divisible) {
    int[] sources = new int[divisible ? extent : extent + TILES - extent % TILES];
    for (int i = 0; i < sources.length; i++) {
      int folded = extent == 1 ? 0 : i % (2 * extent - 2);
      sources[i] = folded < extent ? folded : 2 * extent - 2 - folded;
    }
    return sources;
  }

  private static double[] mapping(int[] histogram, int clip, int samples, boolean rounded) {
    clip(histogram, clip);
    float scale = (float) WHITE / samples;
    double[] mapping = new double[BINS];
    int sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += histogram[bin];
      double level = rounded ? Math.rint(sum * scale) : (double) sum * WHITE / samples;
      mapping[bin] = Math.min(level, WHITE);
    }
    return mapping;
  }

  /** Cuts the bins down to a limit and deals out what was above it. */
  static void clip(int[] histogram, int limit) {
    int excess = 0;
    for (int bin = 0; bin < BINS; bin++) {
      excess += Math.max(histogram[bin] - limit, 0);
      histogram[bin] = Math.min(histogram[bin], limit);
    }
    int share = excess / BINS;
    Arrays.setAll(histogram, bin -> histogram[bin] + share);
    int rest = excess - share * BINS;
    if (rest > 0) {
      int step = Math.max(BINS / rest, 1);
      for (int bin = 0; bin < BINS && rest > 0; bin += step, rest--) {
        histogram[bin]++;
      }
    }
  }

  @Override
  public void row(int y, double[] samples) {
    float placeY = y * (1f / height) - 0.5f;
    int aboveY = (int) Math.floor(placeY);
    float down = placeY - aboveY;
    int upper = Math.max(aboveY, 0) * TILES;
    int lower = Math.min(aboveY + 1, TILES - 1) * TILES;
    for (int x = 0; x < samples.length; x++) {
      float placeX = x * (1f / width) - 0.5f;
      int before = (int) Math.floor(placeX);
      float across = placeX - before;
      int left = Math.max(before, 0);
      int right = Math.min(before + 1, TILES - 1);
      double value = samples[x];
      float above =
          (float) mappings.at(upper + left, value) * (1 - across)
              + (float) mappings.at(upper + right, value) * across;
      float below =
          (float) mappings.at(lower + left, value) * (1 - across)
              + (float) mappings.at(lower + right, value) * across;
      float level = above * (1 - down) + below * down;
      samples[x] = Math.min((rounded ? Math.rint(level) : level) / WHITE, 1);
    }
  }
}
