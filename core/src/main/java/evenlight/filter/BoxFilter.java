package evenlight.filter;

import java.util.Arrays;

/**
 * Sums and means over a square window of (2r+1)×(2r+1) places, with zeros outside the plane.
 *
 * <pre>
 * sum(y, x)  = Σ p(y + i, x + j),   -r ≤ i, j ≤ r, places outside the plane left out
 * mean(y, x) = sum(y, x) / N(y, x),   N = how many places of the window lie inside
 * </pre>
 *
 * <p>Rows come in from top to bottom, and the filter keeps the 2r+2 newest beside one sum for each
 * column. A row that comes in is added to these sums and the one that drops out of the window is
 * subtracted; the same is done along the row. So a place costs the same whatever the radius, and no
 * plane is held. As the order of additions follows the row that comes in first, a plane that is
 * filtered in strips has the same bits every time if the strips are the same, see {@link Strips}.
 *
 * <p>One filter serves one thread.
 */
public final class BoxFilter {
  private final int height;
  private final int width;
  private final int radius;
  private final double[][] ring;
  // Column x lies at x + r + 1, between as many zeros as the window reaches over the border.
  private final double[] columns;
  private final double[] reciprocals;
  private int entering;

  /**
   * A filter for planes of one size.
   *
   * @param radius how far the window reaches from its centre, 0 or more
   */
  public BoxFilter(int height, int width, int radius) {
    this.height = height;
    this.width = width;
    this.radius = radius;
    this.ring = new double[2 * radius + 2][width];
    this.columns = new double[width + 2 * radius + 1];
    this.reciprocals = new double[width];
    for (int x = 0; x < width; x++) {
      reciprocals[x] = 1.0 / places(width, radius, x);
    }
  }

  /** How many places of a window around a place lie inside, along one axis. */
  public static int places(int extent, int radius, int place) {
    return Math.min(place + radius, extent - 1) - Math.max(place - radius, 0) + 1;
  }

  /** Forgets all rows: what comes in next is the first row of a strip. */
  public void restart() {
    Arrays.fill(columns, 0);
    for (double[] row : ring) {
      Arrays.fill(row, 0);
    }
  }

  /** The row that comes in next, to be written to; its content is left over from an older one. */
  public double[] entering() {
    return ring[entering];
  }

  /** Lets the row in that was written to {@link #entering()}. */
  public void enter() {
    double[] newest = ring[entering];
    entering = (entering + 1) % ring.length;
    double[] leaving = ring[entering];
    int margin = radius + 1;
    for (int x = 0; x < width; x++) {
      columns[margin + x] += newest[x] - leaving[x];
    }
  }

  /** Lets a row of zeros in: one outside the plane. */
  public void enterZeros() {
    Arrays.fill(ring[entering], 0);
    enter();
  }

  /** The row at the centre of the window: the one that came in r rows before the newest. */
  public double[] centre() {
    return ring[Math.floorMod(entering - radius - 1, ring.length)];
  }

  /** The sums around the centre row. */
  public void sums(double[] sums) {
    double sum = 0;
    for (int i = 0; i <= 2 * radius; i++) {
      sum += columns[i];
    }
    for (int x = 0, ahead = 2 * radius + 1; x < width; x++, ahead++) {
      sum += columns[ahead] - columns[x];
      sums[x] = sum;
    }
  }

  /**
   * The means around the centre row.
   *
   * @param y which row of the plane that is
   */
  public void means(int y, double[] means) {
    sums(means);
    double reciprocal = 1.0 / places(height, radius, y);
    for (int x = 0; x < width; x++) {
      means[x] *= reciprocals[x] * reciprocal;
    }
  }
}
