package evenlight.fusion.classical;

import java.util.Arrays;

/**
 * The bases of all exposures at one scale, which are the exposures of the next: one grey plane
 * each, in double precision.
 */
final class MespdBases implements ExposureRows {
  private static final double TINY = 1e-12;
  private static final double STEEPNESS = 512;

  private final int height;
  private final int width;
  private final double[][] planes;

  /** Planes to be filled. */
  MespdBases(int count, int height, int width) {
    this.height = height;
    this.width = width;
    this.planes = new double[count][height * width];
  }

  @Override
  public int count() {
    return planes.length;
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void row(int exposure, int channel, int y, double[] samples) {
    System.arraycopy(planes[exposure], y * width, samples, 0, width);
  }

  /**
   * Keeps samples of a row of bases: every {@code step}-th of every {@code step}-th row, beginning
   * with the first.
   */
  void keep(int y, int step, double[][] bases) {
    if (y % step != 0) {
      return;
    }
    for (int k = 0; k < planes.length; k++) {
      for (int x = 0, i = y / step * width; x < width; x++, i++) {
        planes[k][i] = bases[k][step * x];
      }
    }
  }

  /**
   * The sum of the bases, each with the share that it has in the fused picture:
   *
   * <pre>
   * Σ_k b_k W_k,   W_k = (u_k + 1e-12) / Σ_j (u_j + 1e-12),   u_k = g(b_k) + g(mean of b_k)
   * </pre>
   */
  double[] weightedSum() {
    double[] exposedness = Arrays.stream(planes).mapToDouble(plane -> gamma(mean(plane))).toArray();
    double[] sum = new double[height * width];
    for (int i = 0; i < sum.length; i++) {
      double total = 0;
      double weighted = 0;
      for (int k = 0; k < planes.length; k++) {
        double weight = gamma(planes[k][i]) + exposedness[k] + TINY;
        total += weight;
        weighted += weight * planes[k][i];
      }
      sum[i] = weighted / total;
    }
    return sum;
  }

  private static double mean(double[] plane) {
    return Arrays.stream(plane).sum() / plane.length;
  }

  /**
   * The curve g, how well exposed a value is: 0 at black and white, 1 in the middle, steepest at a
   * quarter and three quarters.
   *
   * <pre>
   * g = 512 d^5 for d ≤ 1/4,   1 - 512 (1/2 - d)^5 above,   d = min(x, 1 - x)
   * </pre>
   */
  static double gamma(double value) {
    double distance = Math.min(value, 1 - value);
    return distance <= 0.25 ? STEEPNESS * power5(distance) : 1 - STEEPNESS * power5(0.5 - distance);
  }

  private static double power5(double x) {
    return x * x * x * x * x;
  }
}
