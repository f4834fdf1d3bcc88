package evenlight.metric;

import evenlight.filter.Plane;
import evenlight.filter.SeparableWindow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The local quality of MEF-SSIM at one scale.
 *
 * <p>With x_k the 11×11 patches of the sources as vectors and x̃_k = x_k - mean(x_k):
 *
 * <pre>
 * e_k = ‖x̃_k‖ + 0.001
 * R   = (‖Σ x̃_k‖ + ε) / (Σ ‖x̃_k‖ + ε)           how alike the structures are
 * p   = min(tan(πR/2), 10)
 * w_k = (e_k / 11)^p + ε, scaled to sum to 1
 * s   = Σ w_k x̃_k / e_k,   r = s / ‖s‖ · max e_k   the reference patch
 * q   = (2 σ_rf + C) / (σ_r² + σ_f² + C)           Gaussian weights, C = (0.03·255)²
 * </pre>
 *
 * <p>No patch is ever taken out: r is a linear combination of the sources within each window, so
 * that all norms and variances follow from window sums of the sources' products. Sums for the norms
 * have taps of 1 and are exact (samples are multiples of 1/16), so that flat areas have a norm of
 * exactly 0. Cost: O(K² · pixels), memory O(K² · width) beside the planes.
 */
final class PatchQuality {
  /** Rows and columns of a patch. */
  static final int WINDOW = 11;

  private static final int PATCH = WINDOW * WINDOW;
  private static final double SIGMA = 1.5;
  private static final double C = 0.03 * 255 * 0.03 * 255;
  private static final double EPSILON = Math.ulp(1.0);
  private static final double NORM_OFFSET = 0.001;
  private static final double MAX_EXPONENT = 10;

  /** From this R on, the tangent is above the greatest exponent. */
  private static final double MAX_EXPONENT_FROM = 2 / Math.PI * Math.atan(MAX_EXPONENT);

  private static final int ROWS_PER_STRIP = 16;
  private static final SeparableWindow ONES = SeparableWindow.ones(WINDOW);
  private static final SeparableWindow GAUSSIAN = SeparableWindow.gaussian(WINDOW, SIGMA);

  private final List<Plane> sources;
  private final Plane fused;
  private final int rows;
  private final int columns;

  PatchQuality(List<Plane> sources, Plane fused) {
    this.sources = sources;
    this.fused = fused;
    this.rows = ONES.places(fused.height());
    this.columns = ONES.places(fused.width());
    if (rows == 0 || columns == 0) {
      throw new IllegalArgumentException(
          "an image must be at least %d×%d for MEF-SSIM, but is %d×%d"
              .formatted(WINDOW, WINDOW, fused.height(), fused.width()));
    }
  }

  /** The quality at each place. */
  Plane map() {
    double[] map = new double[rows * columns];
    forEachRow((row, quality) -> System.arraycopy(quality, 0, map, row * columns, columns));
    return Plane.of(rows, columns, map);
  }

  /** The mean quality, without keeping the map. */
  double mean() {
    double[] sums = new double[rows];
    forEachRow((row, quality) -> sums[row] = Arrays.stream(quality, 0, columns).sum());
    return Arrays.stream(sums).sum() / ((double) rows * columns);
  }

  private interface RowConsumer {
    void accept(int row, double[] quality);
  }

  /** Strips in parallel; the quality of a row does not depend on the others. */
  private void forEachRow(RowConsumer consumer) {
    IntStream.range(0, (rows + ROWS_PER_STRIP - 1) / ROWS_PER_STRIP)
        .parallel()
        .forEach(
            strip -> {
              Strip work = new Strip();
              int end = Math.min((strip + 1) * ROWS_PER_STRIP, rows);
              for (int row = strip * ROWS_PER_STRIP; row < end; row++) {
                consumer.accept(row, work.quality(row));
              }
            });
  }

  /** Scratch of one strip: for each row the window sums of planes and of their products. */
  private final class Strip {
    private final int count = sources.size();
    private final double[] scratch = new double[fused.width()];
    private final double[] quality = new double[columns];
    private final double[][] sum = new double[count][columns];
    private final double[][] product = new double[count * count][];
    private final double[][] mean = new double[count][columns];
    private final double[][] meanProduct = new double[count * count][];
    private final double[][] meanTimesFused = new double[count][columns];
    private final double[] meanFused = new double[columns];
    private final double[] meanFusedSquare = new double[columns];
    private final double[] norm = new double[count];
    private final double[] coefficient = new double[count];

    Strip() {
      for (int k = 0; k < count; k++) {
        for (int l = 0; l <= k; l++) {
          product[k * count + l] = new double[columns];
          product[l * count + k] = product[k * count + l];
          meanProduct[k * count + l] = new double[columns];
          meanProduct[l * count + k] = meanProduct[k * count + l];
        }
      }
    }

    double[] quality(int row) {
      sumWindows(row);
      for (int x = 0; x < columns; x++) {
        combine(x);
        quality[x] = compare(x);
      }
      return quality;
    }

    private void sumWindows(int row) {
      for (int k = 0; k < count; k++) {
        Plane source = sources.get(k);
        ONES.sum(source, row, scratch, sum[k]);
        GAUSSIAN.sum(source, row, scratch, mean[k]);
        GAUSSIAN.sumOfProducts(source, fused, row, scratch, meanTimesFused[k]);
        for (int l = 0; l <= k; l++) {
          ONES.sumOfProducts(source, sources.get(l), row, scratch, product[k * count + l]);
          GAUSSIAN.sumOfProducts(source, sources.get(l), row, scratch, meanProduct[k * count + l]);
        }
      }
      GAUSSIAN.sum(fused, row, scratch, meanFused);
      GAUSSIAN.sumOfProducts(fused, fused, row, scratch, meanFusedSquare);
    }

    /** x̃_k · x̃_l of the patches at x. */
    private double dot(int k, int l, int x) {
      return (PATCH * product[k * count + l][x] - sum[k][x] * sum[l][x]) / PATCH;
    }

    /** The coefficients c_k of the reference patch r = Σ c_k x̃_k. */
    private void combine(int x) {
      double norms = 0;
      double squareOfSum = 0;
      double strongest = 0;
      for (int k = 0; k < count; k++) {
        double square = Math.max(dot(k, k, x), 0);
        norm[k] = Math.sqrt(square);
        norms += norm[k];
        strongest = Math.max(strongest, norm[k]);
        squareOfSum += square;
        for (int l = 0; l < k; l++) {
          squareOfSum += 2 * dot(k, l, x);
        }
      }
      weigh(exponent((Math.sqrt(Math.max(squareOfSum, 0)) + EPSILON) / (norms + EPSILON)));
      double length = Math.sqrt(Math.max(squareOfReference(x), 0));
      // Flat patches have no structure; their coefficients would multiply what rounding leaves.
      double scale = length > 0 ? (strongest + NORM_OFFSET) / length : 0;
      for (int k = 0; k < count; k++) {
        coefficient[k] *= scale;
      }
    }

    private void weigh(double exponent) {
      double weights = 0;
      for (int k = 0; k < count; k++) {
        coefficient[k] = Math.pow((norm[k] + NORM_OFFSET) / WINDOW, exponent) + EPSILON;
        weights += coefficient[k];
      }
      for (int k = 0; k < count; k++) {
        coefficient[k] /= weights * (norm[k] + NORM_OFFSET);
      }
    }

    private double squareOfReference(int x) {
      double square = 0;
      for (int k = 0; k < count; k++) {
        square += coefficient[k] * coefficient[k] * dot(k, k, x);
        for (int l = 0; l < k; l++) {
          square += 2 * coefficient[k] * coefficient[l] * dot(k, l, x);
        }
      }
      return square;
    }

    private double compare(int x) {
      double covariance = 0;
      double ofReference = 0;
      for (int k = 0; k < count; k++) {
        covariance += coefficient[k] * (meanTimesFused[k][x] - mean[k][x] * meanFused[x]);
        for (int l = 0; l < count; l++) {
          ofReference +=
              coefficient[k]
                  * coefficient[l]
                  * (meanProduct[k * count + l][x] - mean[k][x] * mean[l][x]);
        }
      }
      double ofFused = meanFusedSquare[x] - meanFused[x] * meanFused[x];
      return (2 * covariance + C) / (ofReference + ofFused + C);
    }
  }

  private static double exponent(double alikeness) {
    return alikeness >= MAX_EXPONENT_FROM
        ? MAX_EXPONENT
        : Math.tan(Math.PI / 2 * Math.max(alikeness, EPSILON));
  }
}
