package evenlight.pyramid;

/**
 * The rows of a level stretched to the width of the next finer one: half of the expansion that
 * {@link Expansion} completes.
 *
 * <pre>
 * E(2x) = (G(x-1) + 6 G(x) + G(x+1)) / 8      E(2x+1) = (G(x) + G(x+1)) / 2
 * </pre>
 */
final class WidenedRows implements RowSource {
  private final RowWindow coarser;
  private final int firstLayer;
  private final int width;
  private final Border border;

  /**
   * Stretched rows of some layers.
   *
   * @param firstLayer the first of the level's layers that is stretched
   * @param width columns of the finer level
   */
  WidenedRows(RowWindow coarser, int firstLayer, int width, Border border) {
    this.coarser = coarser;
    this.firstLayer = firstLayer;
    this.width = width;
    this.border = border;
  }

  @Override
  public int height() {
    return coarser.height();
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int layers() {
    return coarser.layers() - firstLayer;
  }

  @Override
  public void row(int y, double[][] rows) {
    double[][] narrow = coarser.row(y);
    for (int layer = 0; layer < rows.length; layer++) {
      widen(narrow[firstLayer + layer], rows[layer]);
    }
  }

  private void widen(double[] narrow, double[] wide) {
    int n = coarser.width();
    for (int x = 1; x < n - 1; x++) {
      wide[2 * x] = (narrow[x - 1] + narrow[x + 1] + 6 * narrow[x]) * 0.125;
      wide[2 * x + 1] = (narrow[x] + narrow[x + 1]) * 0.5;
    }
    widenAtBorder(narrow, 0, wide);
    widenAtBorder(narrow, n - 1, wide);
  }

  private void widenAtBorder(double[] narrow, int x, double[] wide) {
    int n = coarser.width();
    double left = narrow[border.doubling(x - 1, n)];
    double right = narrow[border.doubling(x + 1, n)];
    wide[2 * x] = (left + right + 6 * narrow[x]) * 0.125;
    if (2 * x + 1 < width) {
      wide[2 * x + 1] = (narrow[x] + right) * 0.5;
    }
  }
}
