package evenlight.fusion.classical;

import evenlight.image.Image;
import evenlight.image.Image8;

/** Reads the grey of a picture row by row, by MATLAB's formula and in [0,1]; for one thread. */
final class GreyRows {
  private final Image image;
  private final double[][] rgb;

  GreyRows(Image image) {
    this.image = image;
    this.rgb = new double[3][image.width()];
  }

  /**
   * One row.
   *
   * @param grey receives it from {@code start} on
   */
  void row(int y, double[] grey, int start) {
    for (int c = 0; c < 3; c++) {
      image.row(c, y, rgb[c]);
    }
    for (int x = 0; x < rgb[0].length; x++) {
      grey[start + x] = Image8.grey(rgb[0][x], rgb[1][x], rgb[2][x]);
    }
  }

  /** The greatest grey of some rows, 0 if there are none. */
  double greatest(int from, int to) {
    double[] grey = new double[rgb[0].length];
    double greatest = 0;
    for (int y = from; y < to; y++) {
      row(y, grey, 0);
      for (double sample : grey) {
        greatest = Math.max(greatest, sample);
      }
    }
    return greatest;
  }
}
