package evenlight.fusion.classical;

import evenlight.pyramid.Border;

/**
 * Strength of the Laplacian along one row: how much a pixel differs from its four neighbours.
 *
 * <pre>
 * C(y,x) = |F(y-1,x) + F(y+1,x) + F(y,x-1) + F(y,x+1) - 4 F(y,x)|
 * </pre>
 *
 * <p>It is exactly 0 where all five are equal.
 */
final class LaplacianContrast {
  private LaplacianContrast() {}

  /**
   * Computes one row.
   *
   * @param border what stands left and right of the row
   * @param contrast takes the row
   */
  static void row(double[] above, double[] row, double[] below, Border border, double[] contrast) {
    int n = contrast.length;
    for (int x = 1; x < n - 1; x++) {
      contrast[x] = Math.abs((above[x] + below[x]) + (row[x - 1] + row[x + 1]) - 4 * row[x]);
    }
    for (int x = 0; x < n; x += Math.max(1, n - 1)) {
      double beside = row[border.inside(x - 1, n)] + row[border.inside(x + 1, n)];
      contrast[x] = Math.abs((above[x] + below[x]) + beside - 4 * row[x]);
    }
  }
}
