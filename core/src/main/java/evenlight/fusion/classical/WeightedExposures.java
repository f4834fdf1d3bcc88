package evenlight.fusion.classical;

import evenlight.pyramid.Border;
import evenlight.pyramid.RowSource;
import evenlight.pyramid.RowWindow;
import java.util.Arrays;
import java.util.List;

/**
 * The rows that a pyramid blends: a weight for each exposure, then three channels of each exposure.
 *
 * <pre>
 * W_k = f_k (w_k + 1e-12) / Σ_i f_i (w_i + 1e-12)
 * </pre>
 *
 * <p>The small number makes exposures alike where none has any weight.
 */
final class WeightedExposures implements RowSource {
  /** Channels of each exposure. */
  static final int CHANNELS = 3;

  private static final double LEAST_WEIGHT = 1e-12;
  private static final int ROWS_FOR_CONTRAST = 4;

  private final List<? extends WeighedRows> exposures;
  private final double[] factors;
  private final Border border;
  private final RowWindow[] windows;
  private final double[] sum;

  /**
   * Rows of weights and channels.
   *
   * @param exposures whose first three layers are the channels
   * @param factors f, for each exposure
   * @param border what stands above the first row and below the last for the weights
   */
  WeightedExposures(List<? extends WeighedRows> exposures, double[] factors, Border border) {
    this.exposures = exposures;
    this.factors = factors;
    this.border = border;
    this.windows =
        exposures.stream()
            .map(rows -> new RowWindow(rows, ROWS_FOR_CONTRAST))
            .toArray(RowWindow[]::new);
    this.sum = new double[width()];
  }

  @Override
  public int height() {
    return exposures.get(0).height();
  }

  @Override
  public int width() {
    return exposures.get(0).width();
  }

  @Override
  public int layers() {
    return (CHANNELS + 1) * windows.length;
  }

  @Override
  public void row(int y, double[][] rows) {
    Arrays.fill(sum, 0);
    for (int k = 0; k < windows.length; k++) {
      weigh(k, y, rows[k]);
      addTo(sum, rows[k], factors[k]);
      double[][] row = windows[k].row(y);
      for (int c = 0; c < CHANNELS; c++) {
        System.arraycopy(row[c], 0, rows[windows.length + k * CHANNELS + c], 0, sum.length);
      }
    }
    for (int x = 0; x < sum.length; x++) {
      sum[x] = 1 / sum[x];
    }
    for (int k = 0; k < windows.length; k++) {
      multiply(rows[k], sum);
    }
  }

  private void weigh(int k, int y, double[] weight) {
    double[][] above = windows[k].row(border.inside(y - 1, height()));
    double[][] below = windows[k].row(border.inside(y + 1, height()));
    exposures.get(k).weigh(above, windows[k].row(y), below, weight);
  }

  /** Makes {@code f (w + 1e-12)} of a weight and adds it to the sum. */
  private static void addTo(double[] sum, double[] weight, double factor) {
    for (int x = 0; x < sum.length; x++) {
      double w = (weight[x] + LEAST_WEIGHT) * factor;
      weight[x] = w;
      sum[x] += w;
    }
  }

  private static void multiply(double[] weight, double[] by) {
    for (int x = 0; x < by.length; x++) {
      weight[x] *= by[x];
    }
  }
}
