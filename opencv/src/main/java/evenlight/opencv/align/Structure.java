package evenlight.opencv.align;

/**
 * How well a place of a level can be told from its neighbours in every direction: the smaller
 * eigenvalue of the structure tensor over 7×7 samples (Shi and Tomasi, "Good features to track",
 * CVPR 1994).
 *
 * <p>Gradients are divided by the luminance, so that dark parts count as bright ones do, whatever
 * the exposure.
 */
final class Structure {
  private static final int RADIUS = 3;
  private static final float FLOOR = 0.03f;

  private final int height;
  private final int width;
  private final float[] strength;

  private Structure(int height, int width) {
    this.height = height;
    this.width = width;
    strength = new float[height * width];
  }

  static Structure of(LumaLevel level) {
    Structure structure = new Structure(level.height(), level.width());
    if (level.height() > 2 * RADIUS + 2 && level.width() > 2 * RADIUS + 2) {
      structure.new Sums(level).run();
    }
    return structure;
  }

  /** Strength at a place; 0 outside and where a sample around tells nothing. */
  float at(int y, int x) {
    return y < 0 || x < 0 || y >= height || x >= width ? 0 : strength[y * width + x];
  }

  /** Sums of products of gradients over windows: by columns first, then along the row. */
  private final class Sums {
    private final LumaLevel level;
    private final float[][] xx = new float[2 * RADIUS + 1][width];
    private final float[][] xy = new float[2 * RADIUS + 1][width];
    private final float[][] yy = new float[2 * RADIUS + 1][width];
    private final float[] columnXx = new float[width];
    private final float[] columnXy = new float[width];
    private final float[] columnYy = new float[width];

    Sums(LumaLevel level) {
      this.level = level;
    }

    void run() {
      for (int y = 1; y < height - 1; y++) {
        products(y);
        if (y >= 2 * RADIUS + 1) {
          addColumns();
          windows(y - RADIUS);
        }
      }
    }

    private void products(int y) {
      float[] rowXx = xx[y % xx.length];
      float[] rowXy = xy[y % xx.length];
      float[] rowYy = yy[y % xx.length];
      for (int x = 1; x < width - 1; x++) {
        float sample = level.at(y, x);
        float gx = 0;
        float gy = 0;
        if (LumaLevel.tells(sample)) {
          float unit = 1 / (sample + FLOOR);
          gx = (level.at(y, x + 1) - level.at(y, x - 1)) * unit;
          gy = (level.at(y + 1, x) - level.at(y - 1, x)) * unit;
        }
        rowXx[x] = gx * gx;
        rowXy[x] = gx * gy;
        rowYy[x] = gy * gy;
      }
    }

    private void addColumns() {
      for (int x = 1; x < width - 1; x++) {
        float sumXx = 0;
        float sumXy = 0;
        float sumYy = 0;
        for (int k = 0; k < xx.length; k++) {
          sumXx += xx[k][x];
          sumXy += xy[k][x];
          sumYy += yy[k][x];
        }
        columnXx[x] = sumXx;
        columnXy[x] = sumXy;
        columnYy[x] = sumYy;
      }
    }

    private void windows(int y) {
      for (int x = RADIUS + 1; x < width - RADIUS - 1; x++) {
        float sumXx = 0;
        float sumXy = 0;
        float sumYy = 0;
        for (int k = x - RADIUS; k <= x + RADIUS; k++) {
          sumXx += columnXx[k];
          sumXy += columnXy[k];
          sumYy += columnYy[k];
        }
        float half = (sumXx - sumYy) / 2;
        strength[y * width + x] =
            (sumXx + sumYy) / 2 - (float) Math.sqrt(half * half + sumXy * sumXy);
      }
    }
  }
}
