package evenlight.opencv.align;

/**
 * Normalised cross-correlation of a patch of the reference with a window of a frame, over those
 * samples from which something can be told in both.
 *
 * <p>It does not change when one of them is multiplied or shifted, which is what another exposure
 * does to a small patch as long as nothing clips.
 *
 * <p>The place of the greatest correlation between samples is that of a paraboloid through the nine
 * values around it. Buffers are reused: an object belongs to one thread.
 */
final class Correlation {
  private static final double ENOUGH = 0.6;
  private static final double ENOUGH_AROUND = 0.3;
  private static final double FAINTEST = 0.7 / 255;

  private final int radius;
  private final int search;
  private final int side;
  private final int shifts;
  private final float[] patch;
  private final float[] window;
  private final double[] values;

  /** Offset of the best place from the middle of the window, in samples. */
  private double bestX;

  private double bestY;

  /** The correlation there. */
  private double best;

  /**
   * Patches and windows of one size.
   *
   * @param radius a patch has 2 radius + 1 samples a side
   * @param search how far from the middle a patch is looked for
   */
  Correlation(int radius, int search) {
    this.radius = radius;
    this.search = search;
    side = 2 * (radius + search) + 1;
    shifts = 2 * search + 1;
    patch = new float[(2 * radius + 1) * (2 * radius + 1)];
    window = new float[side * side];
    values = new double[shifts * shifts];
  }

  /** The samples of the patch, row by row, to be filled; NaN where nothing can be told. */
  float[] patch() {
    return patch;
  }

  /** The samples of the window, row by row, to be filled; NaN where nothing can be told. */
  float[] window() {
    return window;
  }

  double bestX() {
    return bestX;
  }

  double bestY() {
    return bestY;
  }

  double best() {
    return best;
  }

  /** Whether patch and window have enough to be compared. */
  boolean isComparable() {
    return contrast(patch, ENOUGH) > FAINTEST && contrast(window, ENOUGH_AROUND) > FAINTEST;
  }

  /** The standard deviation of what tells; 0 where that is too little. */
  private static double contrast(float[] samples, double enough) {
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (float sample : samples) {
      if (!Float.isNaN(sample)) {
        count++;
        sum += sample;
        squares += (double) sample * sample;
      }
    }
    if (count < enough * samples.length) {
      return 0;
    }
    return Math.sqrt(Math.max(0, squares / count - sum / count * (sum / count)));
  }

  /** Looks for the patch; whether a place was found that is no border of the window. */
  boolean find() {
    int place = 0;
    for (int dy = 0, i = 0; dy < shifts; dy++) {
      for (int dx = 0; dx < shifts; dx++, i++) {
        values[i] = at(dy, dx);
        if (values[i] > values[place]) {
          place = i;
        }
      }
    }
    best = values[place];
    int row = place / shifts;
    int column = place % shifts;
    if (row == 0 || column == 0 || row == shifts - 1 || column == shifts - 1) {
      return false;
    }
    return refine(row, column);
  }

  private double at(int dy, int dx) {
    int size = 2 * radius + 1;
    int count = 0;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int y = 0, i = 0; y < size; y++) {
      int j = (dy + y) * side + dx;
      for (int x = 0; x < size; x++, i++, j++) {
        float p = patch[i];
        float q = window[j];
        float both = p * q;
        if (!Float.isNaN(both)) {
          count++;
          a += p;
          b += q;
          aa += p * p;
          bb += q * q;
          ab += both;
        }
      }
    }
    if (count < ENOUGH * patch.length) {
      return -1;
    }
    double variances = (aa - a * a / count) * (bb - b * b / count);
    return variances > 0 ? (ab - a * b / count) / Math.sqrt(variances) : -1;
  }

  /** Fits z = k + gx x + gy y + xx x²/2 + xy x y + yy y²/2 to 3×3 values; its top is the place. */
  private boolean refine(int row, int column) {
    double gx = 0;
    double gy = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        double value = values[(row + dy) * shifts + column + dx];
        gx += dx * value / 6;
        gy += dy * value / 6;
        xx += (dx == 0 ? -2 : 1) * value / 3;
        yy += (dy == 0 ? -2 : 1) * value / 3;
        xy += dx * dy * value / 4;
      }
    }
    double determinant = xx * yy - xy * xy;
    if (!(determinant > 0) || xx >= 0) {
      return false;
    }
    double dx = (xy * gy - yy * gx) / determinant;
    double dy = (xy * gx - xx * gy) / determinant;
    bestX = column - search + dx;
    bestY = row - search + dy;
    return Math.abs(dx) <= 1 && Math.abs(dy) <= 1;
  }
}
