package evenlight.filter;

import java.util.Arrays;

/**
 * A step towards the solution of Poisson's equation on a plane whose averaged gradients are known,
 * see {@link HaarLevel}.
 *
 * <pre>
 * z += ¼ (lap - div)
 * lap(r, c) = z(r-1, c-1) + z(r-1, c+1) + z(r+1, c-1) + z(r+1, c+1) - 4 z(r, c)
 * div(r, c) = a(r, c) - a(r, c-1) + a(r-1, c) - a(r-1, c-1)
 *           + d(r, c) - d(r-1, c) + d(r, c-1) - d(r-1, c-1)
 * </pre>
 *
 * <p>Samples beyond the border repeat those at it. Averages a and d there: above and below, a is
 * the difference of the border row itself and d is 0; to the left and right, d is the difference of
 * the border column and a is 0.
 *
 * <p>All samples change at once, and in place: rows are kept as they were for as long as their
 * neighbours need them.
 */
final class JacobiSmoothing implements Strips.Worker {
  private final HaarLevel level;
  private final int rows;
  private final int columns;
  private final double[] samples;
  private final double[] edges;
  private final double[] scratch;
  // Rows as they were.
  private double[] previous;
  private double[] current;
  private double[] next;
  // Averages below the previous and the current row; column c lies at c + 1.
  private double[] acrossAbove;
  private double[] acrossBelow;
  private double[] downAbove;
  private double[] downBelow;

  private JacobiSmoothing(HaarLevel level, Patch patch, double[] edges) {
    this.level = level;
    this.rows = patch.rows();
    this.columns = patch.columns();
    this.samples = patch.samples();
    this.edges = edges;
    this.scratch = new double[columns - 1];
    this.previous = new double[columns];
    this.current = new double[columns];
    this.next = new double[columns];
    this.acrossAbove = new double[columns + 1];
    this.acrossBelow = new double[columns + 1];
    this.downAbove = new double[columns + 1];
    this.downBelow = new double[columns + 1];
  }

  /**
   * One step on the upper left part of a plane, as if that were the whole of it.
   *
   * @param patch at least 2×2, changed in place
   */
  static void step(HaarLevel level, Patch patch, Strips strips) {
    double[] edges = edges(patch);
    strips.run(patch.rows(), () -> new JacobiSmoothing(level, patch, edges));
  }

  /** The last row of each strip and the first of the next, which other threads may change. */
  private static double[] edges(Patch patch) {
    int columns = patch.columns();
    int strips = (patch.rows() - 1) / Strips.ROWS;
    double[] edges = new double[2 * strips * columns];
    for (int s = 0; s < strips; s++) {
      int last = (s + 1) * Strips.ROWS - 1;
      System.arraycopy(patch.samples(), last * columns, edges, 2 * s * columns, 2 * columns);
    }
    return edges;
  }

  @Override
  public void compute(int from, int to) {
    int strip = from / Strips.ROWS;
    row(from, current);
    if (from == 0) {
      row(0, previous);
    } else {
      System.arraycopy(edges, 2 * (strip - 1) * columns, previous, 0, columns);
    }
    averages(from - 1, previous, current);
    for (int r = from; r < to; r++) {
      if (r + 1 == to && to < rows) {
        System.arraycopy(edges, (2 * strip + 1) * columns, next, 0, columns);
      } else {
        row(Math.min(r + 1, rows - 1), next);
      }
      swapAverages();
      averages(r, current, next);
      smooth(r * columns);
      rotateRows();
    }
  }

  private void row(int r, double[] copy) {
    System.arraycopy(samples, r * columns, copy, 0, columns);
  }

  private void averages(int r, double[] upper, double[] lower) {
    double[] across = acrossBelow;
    double[] down = downBelow;
    if (r < 0 || r == rows - 1) {
      for (int c = 0; c < columns - 1; c++) {
        across[c + 1] = upper[c + 1] - upper[c];
      }
      Arrays.fill(down, 0);
    } else {
      level.across(r, scratch.length, scratch);
      System.arraycopy(scratch, 0, across, 1, scratch.length);
      level.down(r, scratch.length, scratch);
      System.arraycopy(scratch, 0, down, 1, scratch.length);
      down[0] = lower[0] - upper[0];
      down[columns] = lower[columns - 1] - upper[columns - 1];
    }
    across[0] = 0;
    across[columns] = 0;
  }

  private void smooth(int start) {
    double sumBefore = acrossBelow[0] + acrossAbove[0];
    double differenceBefore = downBelow[0] - downAbove[0];
    for (int c = 0; c < columns; c++) {
      double sum = acrossBelow[c + 1] + acrossAbove[c + 1];
      double difference = downBelow[c + 1] - downAbove[c + 1];
      double divergence = sum - sumBefore + difference + differenceBefore;
      sumBefore = sum;
      differenceBefore = difference;
      int left = Math.max(c - 1, 0);
      int right = Math.min(c + 1, columns - 1);
      double neighbours = previous[left] + previous[right] + next[left] + next[right];
      samples[start + c] = current[c] + 0.25 * (neighbours - 4 * current[c] - divergence);
    }
  }

  private void swapAverages() {
    double[] across = acrossAbove;
    acrossAbove = acrossBelow;
    acrossBelow = across;
    double[] down = downAbove;
    downAbove = downBelow;
    downBelow = down;
  }

  private void rotateRows() {
    double[] oldest = previous;
    previous = current;
    current = next;
    next = oldest;
  }
}
