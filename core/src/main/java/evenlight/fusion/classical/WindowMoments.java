package evenlight.fusion.classical;

import evenlight.filter.BoxFilter;
import java.util.Arrays;

/**
 * Mean and variance of all samples of an exposure, of all channels about one common mean, within
 * the window around each place of one row.
 *
 * <pre>
 * m = E[Σ_c I_c] / c,   v = E[Σ_c I_c²] / c - m²
 * </pre>
 *
 * <p>Rows come in from top to bottom; the moments are those around the row that came in r rows
 * before the newest. Rounding can make a variance slightly negative where a picture is flat.
 */
final class WindowMoments {
  private final ExposureRows exposures;
  private final int exposure;
  private final BoxFilter sums;
  private final BoxFilter squares;
  private final double[] means;
  private final double[] variances;

  WindowMoments(ExposureRows exposures, int exposure, int radius) {
    int width = exposures.width();
    this.exposures = exposures;
    this.exposure = exposure;
    this.sums = new BoxFilter(exposures.height(), width, radius);
    this.squares = new BoxFilter(exposures.height(), width, radius);
    this.means = new double[width];
    this.variances = new double[width];
  }

  /** Forgets all rows. */
  void restart() {
    sums.restart();
    squares.restart();
  }

  /** Lets a row in; one outside the picture is zeros. */
  void enter(int y) {
    if (y < 0 || y >= exposures.height()) {
      sums.enterZeros();
      squares.enterZeros();
      return;
    }
    double[] sum = sums.entering();
    double[] square = squares.entering();
    Arrays.fill(sum, 0);
    Arrays.fill(square, 0);
    for (int c = 0; c < exposures.channels(); c++) {
      exposures.row(exposure, c, y, means);
      add(means, sum, square);
    }
    sums.enter();
    squares.enter();
  }

  private static void add(double[] samples, double[] sum, double[] square) {
    for (int x = 0; x < samples.length; x++) {
      sum[x] += samples[x];
      square[x] += samples[x] * samples[x];
    }
  }

  /** Computes the moments around a row: the one at the centre of what came in. */
  void compute(int y) {
    double share = 1.0 / exposures.channels();
    sums.means(y, means);
    squares.means(y, variances);
    finish(share, means, variances);
  }

  private static void finish(double share, double[] means, double[] variances) {
    for (int x = 0; x < means.length; x++) {
      double mean = means[x] * share;
      means[x] = mean;
      variances[x] = variances[x] * share - mean * mean;
    }
  }

  /** The sums over the channels along the centre row. */
  double[] samples() {
    return sums.centre();
  }

  /** The means, overwritten when the next row comes in. */
  double[] means() {
    return means;
  }

  /** The variances. */
  double[] variances() {
    return variances;
  }
}
