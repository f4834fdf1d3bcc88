package evenlight.fusion.classical;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the curves that make a picture of little contrast from an exposure: samples within a range
 * keep their values, those beyond it are pressed towards its ends.
 *
 * <pre>
 * r = (1 - β/2) - i (1 - β)/(M - 1)                                 i = 0..M-1,  M = ⌈1/β⌉
 * g(t) = t                                                          |t - r| ≤ β/2
 * g(t) = r + sgn(t - r) (β/2 + λ - λ² / (|t - r| - β/2 + λ))        else, clamped to [0,1]
 * </pre>
 *
 * <p>C. Hessel, J.-M. Morel, "An Extended Exposure Fusion and its Application to Single Image
 * Contrast Enhancement", WACV 2020, and C. Hessel, "Extended Exposure Fusion", Image Processing On
 * Line 9, 2019, with the defaults of the latter: β = 0.3, λ = 0.125. Each curve's slope is a part
 * of the weight, so that samples that were pressed together count little.
 */
final class ReducedRange {
  private static final double BETA = 0.3;
  private static final double LAMBDA = 0.125;
  private static final int CURVES = (int) Math.ceil(1 / BETA);

  private final double centre;

  private ReducedRange(int index) {
    centre = 1 - BETA / 2 - index * (1 - BETA) / (CURVES - 1);
  }

  /** The curves whose ranges together cover [0,1], from the brightest. */
  static List<ReducedRange> all() {
    return IntStream.range(0, CURVES).mapToObj(ReducedRange::new).toList();
  }

  /**
   * Applies the curve to a row.
   *
   * @param row replaced by g of it
   * @param slope multiplied by the slope of g
   */
  void apply(double[] row, double[] slope) {
    for (int x = 0; x < row.length; x++) {
      double off = row[x] - centre;
      double beyond = Math.abs(off) - BETA / 2;
      if (beyond > 0) {
        double ratio = LAMBDA / (beyond + LAMBDA);
        double pressed = centre + Math.copySign(BETA / 2 + LAMBDA * (1 - ratio), off);
        row[x] = Math.min(Math.max(pressed, 0), 1);
        slope[x] *= ratio * ratio;
      }
    }
  }
}
