package evenlight.fusion.classical;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.Arrays;

/**
 * The smoothed gradient on which dense SIFT is built, row by row: that of a grey picture divided by
 * its greatest sample, with zeros around it.
 *
 * <pre>
 * ∂x = g ⊗ d,   ∂y = d ⊗ g,   correlated over 5×5
 * g = Gaussian of σ = 1, sum 1;   d = 2 ∇g / Σ|∇g|,   ∇ one-sided at the ends of g, else central
 * </pre>
 *
 * <p>Correlated, not convolved, it points downhill, which nothing depends on. It reaches two
 * samples beyond the picture on all sides and is zero further out.
 */
final class SiftGradient {
  /** How far the gradient reaches beyond the picture. */
  static final int REACH = 2;

  private static final int TAPS = 2 * REACH + 1;
  // Zeros beside a row: where the gradient reaches, its taps reach as far again.
  private static final int MARGIN = 2 * REACH;
  private static final double[] SMOOTHING = smoothing();
  private static final double[] DERIVATIVE = derivative(SMOOTHING);

  private final GreyRows grey;
  private final int height;
  private final int width;
  private final double scale;
  private final double[][] ring;
  private final double[] smooth;
  private final double[] steep;
  private final double[] across;
  private final double[] down;
  private int entering;

  /**
   * The gradient of a picture.
   *
   * @param greatest its greatest grey
   */
  SiftGradient(Image image, double greatest) {
    this.grey = new GreyRows(image);
    this.height = image.height();
    this.width = image.width();
    this.scale = greatest > 0 ? greatest : 1;
    this.ring = new double[TAPS][width + 2 * MARGIN];
    this.smooth = new double[width + 2 * MARGIN];
    this.steep = new double[width + 2 * MARGIN];
    this.across = new double[width + 2 * REACH];
    this.down = new double[width + 2 * REACH];
  }

  /** The greatest grey of a picture. */
  static double greatestGrey(Image image, Strips strips) {
    double[] ofStrips = new double[image.height()];
    strips.run(
        image.height(),
        () -> {
          GreyRows rows = new GreyRows(image);
          return (from, to) -> ofStrips[from] = rows.greatest(from, to);
        });
    return Arrays.stream(ofStrips).max().orElseThrow();
  }

  private static double[] smoothing() {
    double[] taps = new double[TAPS];
    Arrays.setAll(taps, i -> Math.exp(-(i - REACH) * (i - REACH) / 2.0));
    double sum = Arrays.stream(taps).sum();
    Arrays.setAll(taps, i -> taps[i] / sum);
    return taps;
  }

  private static double[] derivative(double[] g) {
    double[] taps = {
      g[1] - g[0], (g[2] - g[0]) / 2, (g[3] - g[1]) / 2, (g[4] - g[2]) / 2, g[4] - g[3]
    };
    double sum = Arrays.stream(taps).map(Math::abs).sum();
    return Arrays.stream(taps).map(tap -> 2 * tap / sum).toArray();
  }

  /** Goes to a row, which {@link #next} computes first; it may lie outside the picture. */
  void restart(int row) {
    entering = row - REACH;
    for (int i = 1; i < TAPS; i++) {
      enter();
    }
  }

  private void enter() {
    double[] row = ring[Math.floorMod(entering, TAPS)];
    if (entering < 0 || entering >= height) {
      Arrays.fill(row, 0);
    } else {
      grey.row(entering, row, MARGIN);
      for (int x = MARGIN; x < MARGIN + width; x++) {
        row[x] /= scale;
      }
    }
    entering++;
  }

  /** Computes the next row. */
  void next() {
    enter();
    Arrays.fill(smooth, 0);
    Arrays.fill(steep, 0);
    for (int i = 0; i < TAPS; i++) {
      double[] row = ring[Math.floorMod(entering + i, TAPS)];
      double tap = SMOOTHING[i];
      double slope = DERIVATIVE[i];
      for (int x = 0; x < row.length; x++) {
        smooth[x] += tap * row[x];
        steep[x] += slope * row[x];
      }
    }
    correlate(smooth, DERIVATIVE, across);
    correlate(steep, SMOOTHING, down);
  }

  private static void correlate(double[] row, double[] taps, double[] result) {
    for (int x = 0; x < result.length; x++) {
      result[x] =
          taps[0] * row[x]
              + taps[1] * row[x + 1]
              + taps[2] * row[x + 2]
              + taps[3] * row[x + 3]
              + taps[4] * row[x + 4];
    }
  }

  /** The gradient along the row; column x lies at {@code x + REACH}. */
  double[] across() {
    return across;
  }

  /** The gradient downwards, laid out like {@link #across}. */
  double[] down() {
    return down;
  }
}
