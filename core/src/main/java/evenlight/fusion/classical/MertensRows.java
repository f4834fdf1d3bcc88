package evenlight.fusion.classical;

import evenlight.image.Image;
import evenlight.pyramid.Border;
import java.util.Arrays;
import java.util.Optional;

/**
 * One exposure as {@link MertensFusion} weighs it: RGB, and its grey for the contrast.
 *
 * <pre>
 * grey = 0.299 R + 0.587 G + 0.114 B
 * w    = |Laplacian(grey)|^c · S^s · E^e
 * S    = √((R - m)² + (G - m)² + (B - m)²),   m = (R + G + B)/3
 * E    = exp(-((R - ½)² + (G - ½)² + (B - ½)²) / (2 · 0.2²))
 * </pre>
 *
 * <p>Contrast and saturation are computed in single precision and in OpenCV's order of additions:
 * where all exposures are grey or without contrast, as in deep shadow, the rounding of floats
 * decides there which of them wins, and exact arithmetic would give other pictures.
 *
 * <p>With a {@link ReducedRange}, its curve is applied first and w is multiplied by its slopes.
 */
final class MertensRows implements WeighedRows {
  private static final int GREY = 3;
  private static final int SLOPE = 4;
  private static final double MIDDLE = 0.5;
  private static final double TWO_SIGMA_SQUARED = 0.08;

  /** 2^29 + 1. */
  private static final double SPLITTER = 0x1p29 + 1;

  private final Image image;
  private final MertensFusion.Options options;
  private final Optional<ReducedRange> range;
  private final double[] measure;

  /** The rows of a picture. */
  MertensRows(Image image, MertensFusion.Options options, Optional<ReducedRange> range) {
    this.image = image;
    this.options = options;
    this.range = range;
    this.measure = new double[image.width()];
  }

  @Override
  public int height() {
    return image.height();
  }

  @Override
  public int width() {
    return image.width();
  }

  @Override
  public int layers() {
    return range.isPresent() ? SLOPE + 1 : GREY + 1;
  }

  @Override
  public void row(int y, double[][] rows) {
    for (int c = 0; c < WeightedExposures.CHANNELS; c++) {
      image.row(c, y, rows[c]);
    }
    if (range.isPresent()) {
      Arrays.fill(rows[SLOPE], 1);
      for (int c = 0; c < WeightedExposures.CHANNELS; c++) {
        range.get().apply(rows[c], rows[SLOPE]);
      }
    }
    for (int c = 0; c < WeightedExposures.CHANNELS; c++) {
      round(rows[c]);
    }
    grey(rows[0], rows[1], rows[2], rows[GREY]);
  }

  @Override
  public void weigh(double[][] above, double[][] row, double[][] below, double[] weight) {
    contrast(above[GREY], row[GREY], below[GREY], weight);
    power(weight, options.contrast());
    saturation(row[0], row[1], row[2], measure);
    power(measure, options.saturation());
    multiply(weight, measure);
    exposedness(row[0], row[1], row[2], measure);
    power(measure, options.exposedness());
    multiply(weight, measure);
    if (range.isPresent()) {
      multiply(weight, row[SLOPE]);
    }
  }

  private static void grey(double[] red, double[] green, double[] blue, double[] grey) {
    for (int x = 0; x < grey.length; x++) {
      grey[x] = single(0.299f * red[x]) + single(0.587f * green[x]);
    }
    for (int x = 0; x < grey.length; x++) {
      grey[x] = single(single(grey[x]) + single(0.114f * blue[x]));
    }
  }

  private static void contrast(double[] above, double[] row, double[] below, double[] contrast) {
    int last = contrast.length - 1;
    for (int x = 1; x < last; x++) {
      contrast[x] = single(single(above[x] + row[x - 1]) - 4 * row[x]);
    }
    for (int x = 1; x < last; x++) {
      contrast[x] = Math.abs(single(contrast[x] + row[x + 1]) + below[x]);
    }
    for (int x = 0; x <= last; x += Math.max(1, last)) {
      double left = row[Border.REFLECT_101.inside(x - 1, last + 1)];
      double right = row[Border.REFLECT_101.inside(x + 1, last + 1)];
      double sum = single(single(above[x] + left) - 4 * row[x]);
      contrast[x] = Math.abs(single(sum + right) + below[x]);
    }
  }

  private static void saturation(double[] red, double[] green, double[] blue, double[] s) {
    for (int x = 0; x < s.length; x++) {
      s[x] = single(single(single(red[x] + green[x]) + blue[x]) * (1 / 3f));
    }
    for (int x = 0; x < s.length; x++) {
      double r = red[x] - s[x];
      double g = green[x] - s[x];
      double b = blue[x] - s[x];
      s[x] = r * r + g * g + b * b;
    }
    for (int x = 0; x < s.length; x++) {
      s[x] = Math.sqrt(s[x]);
    }
  }

  private static void round(double[] row) {
    for (int x = 0; x < row.length; x++) {
      row[x] = single(row[x]);
    }
  }

  /**
   * A number rounded to the 24 bits of a float (Dekker's splitting). Other than a cast, it becomes
   * a vector instruction.
   */
  static double single(double x) {
    double scaled = x * SPLITTER;
    return scaled - (scaled - x);
  }

  /** E by a polynomial for exp(z/16), to the 16th power: a relative error below 1e-5. */
  private static void exposedness(double[] red, double[] green, double[] blue, double[] e) {
    for (int x = 0; x < e.length; x++) {
      double r = red[x] - MIDDLE;
      double g = green[x] - MIDDLE;
      double b = blue[x] - MIDDLE;
      e[x] = (r * r + g * g + b * b) * (-1 / (16 * TWO_SIGMA_SQUARED));
    }
    for (int x = 0; x < e.length; x++) {
      double z = e[x];
      double p = z * (1 / 7.0) + 1;
      p = p * z * (1 / 6.0) + 1;
      p = p * z * (1 / 5.0) + 1;
      p = p * z * (1 / 4.0) + 1;
      p = p * z * (1 / 3.0) + 1;
      p = p * z * (1 / 2.0) + 1;
      e[x] = p * z + 1;
    }
    for (int x = 0; x < e.length; x++) {
      double p = e[x] * e[x];
      p *= p;
      p *= p;
      e[x] = p * p;
    }
  }

  private static void power(double[] row, double exponent) {
    if (exponent == 1) {
      return;
    }
    for (int x = 0; x < row.length; x++) {
      row[x] = Math.pow(row[x], exponent);
    }
  }

  private static void multiply(double[] row, double[] by) {
    for (int x = 0; x < row.length; x++) {
      row[x] *= by[x];
    }
  }
}
