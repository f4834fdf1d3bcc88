package evenlight.evaluation.report;

import evenlight.filter.Plane;
import evenlight.image.Image8;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers from 0 to 1 as colours from dark violet over teal to light yellow.
 *
 * <p>A line through CIE L*a*b*: lightness rises evenly with the number, so that equal steps look
 * equal and the scale survives printing in grey; hue turns from 310 to 95 degrees. What lies
 * outside 0 to 1 has the colour of the nearer end.
 */
final class ColourScale {
  private static final double DARKEST = 14;
  private static final double LIGHTEST = 94;
  private static final double FIRST_HUE = 310;
  private static final double LAST_HUE = 95;
  private static final double CHROMA = 62;
  private static final double CHROMA_STEP = 0.5;
  private static final int STOPS = 16;
  private static final int COLOURS = 256;
  private static final int[][] TABLE =
      IntStream.range(0, COLOURS)
          .mapToObj(i -> colour(i / (double) (COLOURS - 1)))
          .toArray(int[][]::new);

  private ColourScale() {}

  /** A plane in colours. */
  static Image8 image(Plane plane) {
    double[] samples = plane.samples();
    byte[][] planes = new byte[3][samples.length];
    for (int i = 0; i < samples.length; i++) {
      double share = Math.min(Math.max(samples[i], 0), 1);
      int[] colour = TABLE[(int) (share * (COLOURS - 1) + 0.5)];
      for (int c = 0; c < planes.length; c++) {
        planes[c][i] = (byte) colour[c];
      }
    }
    return Image8.of(plane.height(), plane.width(), planes);
  }

  /** The scale from left to right, for a style sheet. */
  static String gradient() {
    return IntStream.rangeClosed(0, STOPS)
        .mapToObj(i -> hexadecimal(TABLE[(int) Math.rint(i * (COLOURS - 1.0) / STOPS)]))
        .collect(Collectors.joining(", ", "linear-gradient(to right, ", ")"));
  }

  private static String hexadecimal(int[] colour) {
    return String.format(Locale.ROOT, "#%02x%02x%02x", colour[0], colour[1], colour[2]);
  }

  /** The most colourful one up to {@link #CHROMA} that sRGB has at this lightness and hue. */
  private static int[] colour(double share) {
    double lightness = DARKEST + share * (LIGHTEST - DARKEST);
    double hue = Math.toRadians(FIRST_HUE + share * (LAST_HUE - FIRST_HUE));
    double chroma = CHROMA;
    double[] rgb = linear(lightness, chroma, hue);
    while (chroma > 0 && !displayable(rgb)) {
      chroma -= CHROMA_STEP;
      rgb = linear(lightness, chroma, hue);
    }
    return new int[] {encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2])};
  }

  private static boolean displayable(double[] rgb) {
    return IntStream.range(0, 3).allMatch(c -> rgb[c] >= 0 && rgb[c] <= 1);
  }

  /** CIE L*C*h to linear sRGB by way of XYZ, white D65. */
  private static double[] linear(double lightness, double chroma, double hue) {
    double fy = (lightness + 16) / 116;
    double x = 0.95047 * cubed(fy + chroma * Math.cos(hue) / 500);
    double y = cubed(fy);
    double z = 1.08883 * cubed(fy - chroma * Math.sin(hue) / 200);
    return new double[] {
      3.2406 * x - 1.5372 * y - 0.4986 * z,
      -0.9689 * x + 1.8758 * y + 0.0415 * z,
      0.0557 * x - 0.2040 * y + 1.0570 * z
    };
  }

  private static double cubed(double f) {
    double bend = 6.0 / 29;
    return f > bend ? f * f * f : 3 * bend * bend * (f - 4.0 / 29);
  }

  private static int encoded(double linear) {
    double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    return (int) Math.rint(Math.min(Math.max(value, 0), 1) * Image8.WHITE);
  }
}
