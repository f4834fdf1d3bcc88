package evenlight.evaluation.report;

import evenlight.filter.Plane;
import evenlight.image.Image8;

/** Makes pictures smaller: every pixel is the mean of the area that it covers in the original. */
public final class AreaReduction {
  private AreaReduction() {}

  /** A picture whose longer side is at most this long; the same one if it already is. */
  public static Image8 toLongSide(Image8 image, int longSide) {
    int longest = Math.max(image.height(), image.width());
    if (longest <= longSide) {
      return image;
    }
    byte[][] planes = new byte[image.channels()][];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = rounded(toLongSide(Plane.of(image, c), longSide).samples());
    }
    return Image8.of(
        extent(image.height(), longest, longSide),
        extent(image.width(), longest, longSide),
        planes);
  }

  /** A plane whose longer side is at most this long; the same one if it already is. */
  static Plane toLongSide(Plane plane, int longSide) {
    int longest = Math.max(plane.height(), plane.width());
    if (longest <= longSide) {
      return plane;
    }
    int height = extent(plane.height(), longest, longSide);
    int width = extent(plane.width(), longest, longSide);
    return Plane.of(
        height, width, reduced(plane.samples(), plane.height(), plane.width(), height, width));
  }

  private static int extent(int extent, int longest, int longSide) {
    return Math.max((int) Math.rint((double) extent * longSide / longest), 1);
  }

  private static double[] reduced(
      double[] samples, int height, int width, int toHeight, int toWidth) {
    double[] across = new double[height * toWidth];
    for (int y = 0; y < height; y++) {
      reduceLine(samples, y * width, 1, width, across, y * toWidth, 1, toWidth);
    }
    double[] down = new double[toHeight * toWidth];
    for (int x = 0; x < toWidth; x++) {
      reduceLine(across, x, toWidth, height, down, x, toWidth, toHeight);
    }
    return down;
  }

  private static void reduceLine(
      double[] from, int start, int step, int count, double[] to, int at, int stride, int places) {
    double extent = (double) count / places;
    for (int i = 0; i < places; i++) {
      double begin = i * extent;
      double end = Math.min((i + 1) * extent, count);
      double sum = 0;
      for (int j = (int) begin; j < end; j++) {
        sum += from[start + j * step] * (Math.min(j + 1, end) - Math.max(j, begin));
      }
      to[at + i * stride] = sum / (end - begin);
    }
  }

  private static byte[] rounded(double[] samples) {
    byte[] plane = new byte[samples.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) Math.min((int) (samples[i] + 0.5), Image8.WHITE);
    }
    return plane;
  }
}
