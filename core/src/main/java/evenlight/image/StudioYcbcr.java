package evenlight.image;

/**
 * YCbCr of ITU-R BT.601 in studio range, on levels from 0 to 255: Y from 16 to 235, Cb and Cr from
 * 16 to 240 around 128.
 *
 * <pre>
 * Y  =  16 + ( 65.481 R + 128.553 G +  24.966 B) / 255
 * Cb = 128 + (-37.797 R -  74.203 G + 112     B) / 255
 * Cr = 128 + (112     R -  93.786 G -  18.214 B) / 255
 * </pre>
 *
 * <p>The constants are those of MATLAB's {@code rgb2ycbcr}, and so is the way back, the inverse of
 * this matrix.
 *
 * @param rounded whether results are rounded half up to whole levels, which 8-bit pictures of
 *     MATLAB are; otherwise they are only limited to 0 and 255
 */
public record StudioYcbcr(boolean rounded) {
  /** Y of black. */
  public static final double BLACK = 16;

  /** How many levels there are from black to white. */
  public static final double RANGE = 219;

  /** Cb and Cr of greys. */
  public static final double NEUTRAL = 128;

  private static final double WHITE = 255;
  // Halves do occur. Which way they are rounded follows from the order of these operations.
  private static final double SCALE = 1 / WHITE;
  private static final double[][] FORWARD = {
    {65.481 * SCALE, 128.553 * SCALE, 24.966 * SCALE},
    {-37.797 * SCALE, -74.203 * SCALE, 112 * SCALE},
    {112 * SCALE, -93.786 * SCALE, -18.214 * SCALE}
  };
  private static final double[][] BACK = inverse(FORWARD);

  /**
   * The levels of one row.
   *
   * @param image RGB
   * @param ycbcr receives the rows of Y, Cb and Cr
   */
  public void read(Image image, int y, double[][] ycbcr) {
    for (int c = 0; c < 3; c++) {
      image.row(c, y, ycbcr[c]);
    }
    for (int x = 0; x < image.width(); x++) {
      double red = level(ycbcr[0][x]);
      double green = level(ycbcr[1][x]);
      double blue = level(ycbcr[2][x]);
      ycbcr[0][x] = limited(BLACK + product(FORWARD[0], red, green, blue));
      ycbcr[1][x] = limited(NEUTRAL + product(FORWARD[1], red, green, blue));
      ycbcr[2][x] = limited(NEUTRAL + product(FORWARD[2], red, green, blue));
    }
  }

  /**
   * From levels of YCbCr to RGB in [0,1].
   *
   * @param ycbcr rows of Y, Cb and Cr
   * @param planes of red, green and blue, of which the samples from {@code start} on are set
   */
  public void write(double[][] ycbcr, float[][] planes, int start) {
    for (int x = 0; x < ycbcr[0].length; x++) {
      double luma = ycbcr[0][x] - BLACK;
      double cb = ycbcr[1][x] - NEUTRAL;
      double cr = ycbcr[2][x] - NEUTRAL;
      for (int c = 0; c < 3; c++) {
        planes[c][start + x] = (float) (limited(product(BACK[c], luma, cb, cr)) / WHITE);
      }
    }
  }

  /** A level as this colour space holds it: rounded, if it is, and from 0 to 255. */
  public double limited(double level) {
    double held = rounded ? Math.floor(level + 0.5) : level;
    return Math.min(Math.max(held, 0), WHITE);
  }

  private double level(double sample) {
    return rounded ? Math.rint(sample * WHITE) : sample * WHITE;
  }

  private static double product(double[] row, double a, double b, double c) {
    return row[0] * a + row[1] * b + row[2] * c;
  }

  private static double[][] inverse(double[][] m) {
    double[][] inverse = new double[3][3];
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        int a = (i + 1) % 3;
        int b = (i + 2) % 3;
        int c = (j + 1) % 3;
        int d = (j + 2) % 3;
        inverse[j][i] = m[a][c] * m[b][d] - m[a][d] * m[b][c];
      }
      determinant += m[0][i] * inverse[i][0];
    }
    for (double[] row : inverse) {
      for (int j = 0; j < 3; j++) {
        row[j] /= determinant;
      }
    }
    return inverse;
  }
}
