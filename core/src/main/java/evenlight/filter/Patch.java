package evenlight.filter;

/** The upper left part of a plane while it is being computed. */
final class Patch {
  private final int rows;
  private final int columns;
  private final double[] samples;

  Patch(int rows, int columns, double[] samples) {
    this.rows = rows;
    this.columns = columns;
    this.samples = samples;
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  /** The samples row by row, to be written to. */
  double[] samples() {
    return samples;
  }

  /** The samples of a still smaller part; those of this one if it has that size. */
  double[] cropped(int height, int width) {
    if (height == rows && width == columns) {
      return samples;
    }
    double[] part = new double[height * width];
    for (int y = 0; y < height; y++) {
      System.arraycopy(samples, y * columns, part, y * width, width);
    }
    return part;
  }
}
