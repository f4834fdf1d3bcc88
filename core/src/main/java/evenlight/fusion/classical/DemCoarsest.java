package evenlight.fusion.classical;

import evenlight.pyramid.Border;
import evenlight.pyramid.Detail;
import evenlight.pyramid.LayerStack;
import evenlight.pyramid.Precision;
import evenlight.pyramid.PyramidBlend;

/**
 * The coarsest level of {@link DemFusion}: smoothed weights, and more weight for detail of the dark
 * exposures.
 *
 * <pre>
 * w_k = g * G{W_k} + 1.5 [A_k > 0] · (g * A_k),   the second part for k ≤ ⌈K/2⌉ - 1 only
 * Y   = Σ_k w_k P_k / Σ_k (w_k + 1e-12)
 * </pre>
 *
 * <p>P_k is the level itself, A_k the modulus of the finest level of its own Laplacian pyramid and
 * g a 3×3 Gaussian of σ = 1 with edges repeated. U and V are weighted sums as everywhere.
 */
final class DemCoarsest {
  private static final double DETAIL_WEIGHT = 1.5;
  private static final double LEAST_WEIGHT = 1e-12;
  private static final double SIDE_TAP = Math.exp(-0.5) / (1 + 2 * Math.exp(-0.5));
  private static final double CENTRE_TAP = 1 / (1 + 2 * Math.exp(-0.5));

  private final LayerStack level;
  private final int exposures;
  private final int height;
  private final int width;

  private DemCoarsest(LayerStack level, int exposures) {
    this.level = level;
    this.exposures = exposures;
    this.height = level.height();
    this.width = level.width();
  }

  /** Blends the level. */
  static void blend(LayerStack level, LayerStack blended) {
    PyramidBlend.weightedSum(level, blended);
    int exposures = level.layers() / (WeightedExposures.CHANNELS + 1);
    new DemCoarsest(level, exposures).blendLuminance(blended);
  }

  private void blendLuminance(LayerStack blended) {
    double[][] sum = new double[height][width];
    double[][] weights = new double[height][width];
    for (int k = 0; k < exposures; k++) {
      double[][] luminance = layer(level, exposures + k * WeightedExposures.CHANNELS);
      double[][] weight = weight(k, luminance);
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          sum[y][x] += weight[y][x] * luminance[y][x];
          weights[y][x] += weight[y][x] + LEAST_WEIGHT;
        }
      }
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        sum[y][x] /= weights[y][x];
      }
      blended.put(0, y, sum[y]);
    }
  }

  private double[][] weight(int k, double[][] luminance) {
    double[][] weight = smooth(layer(level, k));
    if (k >= (exposures + 1) / 2 - 1) {
      return weight;
    }
    double[][] detail = detail(luminance);
    double[][] smooth = smooth(detail);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (detail[y][x] > 0) {
          weight[y][x] += DETAIL_WEIGHT * smooth[y][x];
        }
      }
    }
    return weight;
  }

  private double[][] detail(double[][] luminance) {
    LayerStack plane = new LayerStack(1, height, width, Precision.DOUBLE);
    for (int y = 0; y < height; y++) {
      plane.put(0, y, luminance[y]);
    }
    double[][] detail = layer(Detail.of(plane, Border.SYMMETRIC), 0);
    for (double[] row : detail) {
      for (int x = 0; x < width; x++) {
        row[x] = Math.abs(row[x]);
      }
    }
    return detail;
  }

  private static double[][] layer(LayerStack stack, int layer) {
    double[][] rows = new double[stack.height()][stack.width()];
    for (int y = 0; y < stack.height(); y++) {
      stack.row(layer, y, rows[y]);
    }
    return rows;
  }

  private double[][] smooth(double[][] plane) {
    double[][] smooth = new double[height][width];
    for (int y = 0; y < height; y++) {
      double[] above = plane[Math.max(y - 1, 0)];
      double[] below = plane[Math.min(y + 1, height - 1)];
      double[] row = new double[width];
      for (int x = 0; x < width; x++) {
        row[x] = CENTRE_TAP * plane[y][x] + SIDE_TAP * (above[x] + below[x]);
      }
      for (int x = 0; x < width; x++) {
        double beside = row[Math.max(x - 1, 0)] + row[Math.min(x + 1, width - 1)];
        smooth[y][x] = CENTRE_TAP * row[x] + SIDE_TAP * beside;
      }
    }
    return smooth;
  }
}
