package evenlight.pyramid;

/**
 * A level in the size of the next finer one: zeros between its samples, smoothed by four times the
 * filter of {@link HalvedRows}. The EXPAND of Burt and Adelson, equation (2).
 *
 * <p>Rows are stretched once and combined where they are used, so that an expanded level is never
 * stored.
 */
final class Expansion {
  private static final int ROWS_AT_A_TIME = 4;

  private final RowWindow widened;
  private final Border border;

  // The rows that the current one is made of; for an odd one only the last two count.
  private double[][] above = {};
  private double[][] middle = {};
  private double[][] below = {};
  private boolean even;

  /**
   * The expansion of some layers.
   *
   * @param firstLayer the first of the level's layers that is expanded
   * @param width columns of the finer level
   */
  Expansion(RowWindow coarser, int firstLayer, int width, Border border) {
    this.widened =
        new RowWindow(new WidenedRows(coarser, firstLayer, width, border), ROWS_AT_A_TIME);
    this.border = border;
  }

  /** Goes to a row of the finer level. */
  void moveTo(int y) {
    int n = widened.height();
    even = y % 2 == 0;
    above = widened.row(border.doubling(y / 2 - 1, n));
    middle = widened.row(y / 2);
    below = widened.row(border.doubling(y / 2 + 1, n));
  }

  /** Adds the current row of a layer. */
  void addTo(int layer, double[] row) {
    if (even) {
      addEven(above[layer], middle[layer], below[layer], row);
    } else {
      addOdd(middle[layer], below[layer], row);
    }
  }

  /** Adds what a finer row has beyond the current row of a layer, times a weight. */
  void addWeightedDifference(double[] finer, int layer, double[] weight, double[] row) {
    if (even) {
      addEvenDifference(finer, above[layer], middle[layer], below[layer], weight, row);
    } else {
      addOddDifference(finer, middle[layer], below[layer], weight, row);
    }
  }

  private static void addEven(double[] a, double[] b, double[] c, double[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] += (a[x] + c[x] + 6 * b[x]) * 0.125;
    }
  }

  private static void addOdd(double[] b, double[] c, double[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] += (b[x] + c[x]) * 0.5;
    }
  }

  private static void addEvenDifference(
      double[] finer, double[] a, double[] b, double[] c, double[] weight, double[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] += weight[x] * (finer[x] - (a[x] + c[x] + 6 * b[x]) * 0.125);
    }
  }

  private static void addOddDifference(
      double[] finer, double[] b, double[] c, double[] weight, double[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] += weight[x] * (finer[x] - (b[x] + c[x]) * 0.5);
    }
  }
}
