package evenlight.filter;

/**
 * Contrast-limited adaptive histogram equalisation with the rules of MATLAB's {@code adapthisteq}:
 * uniform distribution, full range, 8×8 tiles, 256 bins.
 *
 * <p>K. Zuiderveld, "Contrast Limited Adaptive Histogram Equalization", Graphics Gems IV, 1994.
 *
 * <pre>
 * tile   = extent / 8, rounded up, and up to an even number; the plane is padded by mirroring with
 *          the border repeated, half of it before
 * clip   = m + round(L (n - m)),   m = ceil(n / 256),   n = samples of a tile,   L = clip limit
 * output = bilinear between the mappings min(cumulative histogram / n, 1) of the four tiles
 * </pre>
 *
 * <p>What lies above the clip is dealt out to the other bins: an equal share each, then one by one
 * in passes with an even step. Weights between tiles are whole numbers of places, (b - i)/b and i/b
 * for place i of a block of b; the outer half of the border tiles has one mapping.
 *
 * <p>Samples are counted as if rounded to some number of steps; between these, the mapping is
 * interpolated. A plane that is in these steps is equalised as by MATLAB; a finer one stays finer.
 * Cost: O(H·W); memory: the mappings.
 */
public final class MatlabClahe implements Equalisation {
  private static final int TILES = TileMappings.TILES;
  private static final int BINS = TileMappings.BINS;

  private final TileMappings mappings;
  private final Placing vertical;
  private final Placing horizontal;

  private MatlabClahe(TileMappings mappings, Placing vertical, Placing horizontal) {
    this.mappings = mappings;
    this.vertical = vertical;
    this.horizontal = horizontal;
  }

  /**
   * Learns the mappings of a plane.
   *
   * @param plane in [0,1]
   * @param clipLimit from 0 (no contrast is gained) to 1 (none is limited)
   * @param steps from 0 to 1 that samples are counted in: 255 for an 8-bit plane in full range
   */
  public static MatlabClahe of(Plane plane, double clipLimit, int steps, Strips strips) {
    Placing vertical = Placing.of(plane.height());
    Placing horizontal = Placing.of(plane.width());
    int samples = vertical.tile * horizontal.tile;
    int least = (samples + BINS - 1) / BINS;
    int clip = least + (int) Math.round(clipLimit * (samples - least));
    TileMappings mappings =
        TileMappings.of(
            plane,
            vertical.sources,
            horizontal.sources,
            steps,
            histogram -> mapping(histogram, clip, samples),
            strips);
    return new MatlabClahe(mappings, vertical, horizontal);
  }

  private static double[] mapping(int[] histogram, int clip, int samples) {
    clip(histogram, clip);
    double[] mapping = new double[BINS];
    long sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      sum += histogram[bin];
      mapping[bin] = Math.min((double) sum / samples, 1);
    }
    return mapping;
  }

  /** Cuts the bins down to a limit and deals out what was above it. */
  static void clip(int[] histogram, int limit) {
    int excess = 0;
    for (int count : histogram) {
      excess += Math.max(count - limit, 0);
    }
    int share = excess / BINS;
    for (int bin = 0; bin < BINS; bin++) {
      if (histogram[bin] > limit) {
        histogram[bin] = limit;
      } else if (histogram[bin] > limit - share) {
        excess -= limit - histogram[bin];
        histogram[bin] = limit;
      } else {
        excess -= share;
        histogram[bin] += share;
      }
    }
    for (int start = 0; excess > 0; start = (start + 1) % BINS) {
      int step = Math.max(BINS / excess, 1);
      for (int bin = start; bin < BINS && excess > 0; bin += step) {
        if (histogram[bin] < limit) {
          histogram[bin]++;
          excess--;
        }
      }
    }
  }

  @Override
  public void row(int y, double[] samples) {
    int upper = vertical.first[y] * TILES;
    int lower = vertical.second[y] * TILES;
    int down = vertical.weights[y];
    int up = vertical.blocks[y] - down;
    for (int x = 0; x < samples.length; x++) {
      int left = horizontal.first[x];
      int right = horizontal.second[x];
      int toRight = horizontal.weights[x];
      int toLeft = horizontal.blocks[x] - toRight;
      double value = samples[x];
      double above =
          toLeft * mappings.at(upper + left, value) + toRight * mappings.at(upper + right, value);
      double below =
          toLeft * mappings.at(lower + left, value) + toRight * mappings.at(lower + right, value);
      samples[x] = (up * above + down * below) / (vertical.blocks[y] * horizontal.blocks[x]);
    }
  }

  /** How tiles lie along one axis: between the centres of which two tiles each place is. */
  private static final class Placing {
    private final int tile;
    private final int[] sources;
    private final int[] first;
    private final int[] second;
    private final int[] weights;
    private final int[] blocks;

    private Placing(int extent, int tile) {
      this.tile = tile;
      this.sources = new int[TILES * tile];
      this.first = new int[extent];
      this.second = new int[extent];
      this.weights = new int[extent];
      this.blocks = new int[extent];
      int before = (TILES * tile - extent) / 2;
      for (int i = 0; i < sources.length; i++) {
        int folded = Math.floorMod(i - before, 2 * extent);
        sources[i] = folded < extent ? folded : 2 * extent - 1 - folded;
      }
      for (int place = 0; place < extent; place++) {
        int fromCentre = place + before - tile / 2;
        first[place] = Math.max(Math.floorDiv(fromCentre, tile), 0);
        second[place] = Math.min(Math.floorDiv(fromCentre, tile) + 1, TILES - 1);
        boolean outside = first[place] == second[place];
        blocks[place] = outside ? tile / 2 : tile;
        weights[place] = outside ? (place + before) % (tile / 2) : fromCentre % tile;
      }
    }

    static Placing of(int extent) {
      int tile = (extent + TILES - 1) / TILES;
      return new Placing(extent, tile + tile % 2);
    }
  }
}
