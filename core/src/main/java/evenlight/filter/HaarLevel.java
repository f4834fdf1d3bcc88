package evenlight.filter;

/**
 * The gradients of a square plane of n×n samples, averaged over 2×2 samples, and what a Haar
 * analysis of the plane would find as its finest details.
 *
 * <pre>
 * across(r, c) = ½ (∂x(r, c) + ∂x(r + 1, c)),   down(r, c) = ½ (∂y(r, c) + ∂y(r, c + 1))
 * </pre>
 *
 * <p>Both have (n - 1)×(n - 1) places. At every second place they are the horizontal and vertical
 * details; the diagonal ones, n/2×n/2, need a formula of their own.
 */
interface HaarLevel {
  /** Rows and columns of the plane, a power of two and at least 2. */
  int size();

  /** The first horizontal averages of a row. */
  void across(int row, int count, double[] averages);

  /** The first vertical averages of a row. */
  void down(int row, int count, double[] averages);

  /** The first diagonal details of a row. */
  void diagonal(int row, int count, double[] details);
}
