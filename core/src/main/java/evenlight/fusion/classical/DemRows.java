package evenlight.fusion.classical;

import evenlight.image.Image;

/**
 * One exposure in the YUV of {@link DemFusion}, weighed by contrast, saturation and
 * well-exposedness of luminance.
 *
 * <pre>
 * Y =  0.299 R + 0.587 G + 0.114 B
 * U = -0.147 R - 0.289 G + 0.436 B
 * V =  0.615 R - 0.515 G - 0.100 B
 * w = |Laplacian(Y)| · (|U| + |V| + 1) · exp(-(Y - 0.5)² / (2 · 0.2²))
 * </pre>
 *
 * <p>The Laplacian is the sum of the four neighbours minus four times the pixel, with edges
 * repeated.
 */
final class DemRows implements WeighedRows {
  private static final double SIGMA = 0.2;
  private static final double GREY = 0.5;

  private final Image image;

  /** The rows of a picture. */
  DemRows(Image image) {
    this.image = image;
  }

  @Override
  public int height() {
    return image.height();
  }

  @Override
  public int width() {
    return image.width();
  }

  @Override
  public int layers() {
    return WeightedExposures.CHANNELS;
  }

  @Override
  public void row(int y, double[][] rows) {
    for (int c = 0; c < rows.length; c++) {
      image.row(c, y, rows[c]);
    }
    toYuv(rows[0], rows[1], rows[2]);
  }

  @Override
  public void weigh(double[][] above, double[][] row, double[][] below, double[] weight) {
    contrast(above[0], row[0], below[0], weight);
    double[] luminance = row[0];
    double[] u = row[1];
    double[] v = row[2];
    for (int x = 0; x < weight.length; x++) {
      double off = luminance[x] - GREY;
      weight[x] *=
          (Math.abs(u[x]) + Math.abs(v[x]) + 1) * Math.exp(-off * off / (2 * SIGMA * SIGMA));
    }
  }

  private static void contrast(double[] above, double[] row, double[] below, double[] contrast) {
    int n = contrast.length;
    for (int x = 1; x < n - 1; x++) {
      contrast[x] = Math.abs((above[x] + below[x]) + (row[x - 1] + row[x + 1]) - 4 * row[x]);
    }
    for (int x = 0; x < n; x += Math.max(1, n - 1)) {
      double beside = row[Math.max(x - 1, 0)] + row[Math.min(x + 1, n - 1)];
      contrast[x] = Math.abs((above[x] + below[x]) + beside - 4 * row[x]);
    }
  }

  private static void toYuv(double[] red, double[] green, double[] blue) {
    for (int x = 0; x < red.length; x++) {
      double r = red[x];
      double g = green[x];
      double b = blue[x];
      red[x] = 0.299 * r + 0.587 * g + 0.114 * b;
      green[x] = -0.147 * r - 0.289 * g + 0.436 * b;
      blue[x] = 0.615 * r - 0.515 * g - 0.100 * b;
    }
  }

  /** Turns a row of Y, U, V into one of R, G, B, by a matrix that is the inverse but roughly. */
  static void toRgb(double[][] row) {
    double[] luminance = row[0];
    double[] u = row[1];
    double[] v = row[2];
    for (int x = 0; x < luminance.length; x++) {
      double red = luminance[x] + 1.14 * v[x];
      double green = luminance[x] - 0.39 * u[x] - 0.58 * v[x];
      double blue = luminance[x] + 2.03 * u[x];
      luminance[x] = red;
      u[x] = green;
      v[x] = blue;
    }
  }
}
