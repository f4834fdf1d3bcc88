package evenlight.pyramid;

/**
 * The next coarser level of a Gaussian pyramid: smoothed by [1 4 6 4 1]/16 down and across, and of
 * that every second sample of every second row, starting with the first.
 *
 * <pre>
 * G(y, x) = Σ_i Σ_j a_i a_j F(2y + i, 2x + j),   i, j = -2..2,   ⌈H/2⌉×⌈W/2⌉ samples
 * </pre>
 *
 * <p>P. Burt, E. Adelson, "The Laplacian Pyramid as a Compact Image Code", IEEE Transactions on
 * Communications 31(4), 1983, equation (1) with a = 0.375.
 */
final class HalvedRows implements RowSource {
  private static final int REACH = 2;

  private final RowWindow finer;
  private final int firstLayer;
  private final Border border;
  private final double[] smoothed;

  /**
   * A level of some layers.
   *
   * @param firstLayer the first of the finer level's layers that this level has
   */
  HalvedRows(RowWindow finer, int firstLayer, Border border) {
    this.finer = finer;
    this.firstLayer = firstLayer;
    this.border = border;
    this.smoothed = new double[finer.width()];
  }

  /** Rows or columns that are left of so many. */
  static int halved(int extent) {
    return (extent + 1) / 2;
  }

  @Override
  public int height() {
    return halved(finer.height());
  }

  @Override
  public int width() {
    return halved(finer.width());
  }

  @Override
  public int layers() {
    return finer.layers() - firstLayer;
  }

  @Override
  public void row(int y, double[][] rows) {
    double[][][] five = new double[2 * REACH + 1][][];
    for (int i = 0; i < five.length; i++) {
      five[i] = finer.row(border.halving(2 * y + i - REACH, finer.height()));
    }
    for (int layer = firstLayer; layer < finer.layers(); layer++) {
      down(five[0][layer], five[1][layer], five[2][layer], five[3][layer], five[4][layer]);
      across(rows[layer - firstLayer]);
    }
  }

  private void down(double[] a, double[] b, double[] c, double[] d, double[] e) {
    double[] sum = smoothed;
    for (int x = 0; x < sum.length; x++) {
      sum[x] = (a[x] + e[x] + 4 * (b[x] + d[x]) + 6 * c[x]) * (1 / 16.0);
    }
  }

  private void across(double[] row) {
    double[] s = smoothed;
    int places = width();
    int last = (s.length - 1 - REACH) / 2;
    for (int x = 1; x <= last; x++) {
      int i = 2 * x;
      row[x] = (s[i - 2] + s[i + 2] + 4 * (s[i - 1] + s[i + 1]) + 6 * s[i]) * (1 / 16.0);
    }
    row[0] = atBorder(0);
    for (int x = Math.max(last + 1, 1); x < places; x++) {
      row[x] = atBorder(x);
    }
  }

  private double atBorder(int x) {
    int n = smoothed.length;
    double outer = smoothed[border.halving(2 * x - 2, n)] + smoothed[border.halving(2 * x + 2, n)];
    double inner = smoothed[border.halving(2 * x - 1, n)] + smoothed[border.halving(2 * x + 1, n)];
    return (outer + 4 * inner + 6 * smoothed[2 * x]) * (1 / 16.0);
  }
}
