package evenlight.image.reference;

import evenlight.image.Image8;

/**
 * Bilinear change of size as Pillow's {@code resize} does it: a triangle filter that widens with
 * the reduction, so that nothing is skipped.
 *
 * <pre>
 * s = in / out,   f = max(s, 1),   c = (i + 0.5) s
 * w(x) = max(0, 1 - |x + 0.5 - c| / f),   normalised, in 2^-22
 * </pre>
 *
 * <p>First along rows, then along columns, each rounded to 8 bits.
 */
public final class PillowResize {
  private static final int BITS = 22;

  private PillowResize() {}

  /** The picture in another size. */
  public static Image8 resize(Image8 picture, int height, int width) {
    Taps ofRows = Taps.of(picture.width(), width);
    Taps ofColumns = Taps.of(picture.height(), height);
    byte[][] planes = new byte[picture.channels()][];
    for (int c = 0; c < planes.length; c++) {
      byte[] narrowed = alongRows(picture.plane(c), picture.width(), picture.height(), ofRows);
      planes[c] = alongColumns(narrowed, width, ofColumns);
    }
    return Image8.of(height, width, planes);
  }

  /** The picture with a shorter side of so many pixels, and a longer one in proportion. */
  public static Image8 shorterSide(Image8 picture, int side) {
    int longer = longerSide(picture, side);
    return picture.height() < picture.width()
        ? resize(picture, side, longer)
        : resize(picture, longer, side);
  }

  /** How many pixels the longer side then has. */
  public static int longerSide(Image8 picture, int side) {
    int shorter = Math.min(picture.height(), picture.width());
    return (int) ((double) side * Math.max(picture.height(), picture.width()) / shorter);
  }

  private static byte[] alongRows(byte[] samples, int width, int height, Taps taps) {
    byte[] resized = new byte[height * taps.count()];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < taps.count(); x++) {
        resized[y * taps.count() + x] = taps.apply(x, samples, y * width, 1);
      }
    }
    return resized;
  }

  private static byte[] alongColumns(byte[] samples, int width, Taps taps) {
    byte[] resized = new byte[taps.count() * width];
    for (int y = 0; y < taps.count(); y++) {
      for (int x = 0; x < width; x++) {
        resized[y * width + x] = taps.apply(y, samples, x, width);
      }
    }
    return resized;
  }

  /**
   * What each sample of a resized line is made of.
   *
   * @param first the first sample that counts
   * @param weights of that and the following ones
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
  private record Taps(int[] first, int[][] weights) {
    static Taps of(int in, int out) {
      int[] first = new int[out];
      int[][] weights = new int[out][];
      double scale = (double) in / out;
      double support = Math.max(scale, 1);
      for (int i = 0; i < out; i++) {
        double centre = (i + 0.5) * scale;
        first[i] = Math.max((int) (centre - support + 0.5), 0);
        int end = Math.min((int) (centre + support + 0.5), in);
        double[] triangle = new double[end - first[i]];
        double sum = 0;
        for (int x = 0; x < triangle.length; x++) {
          double distance = Math.abs(first[i] + x - centre + 0.5) * (1 / support);
          triangle[x] = Math.max(0, 1 - distance);
          sum += triangle[x];
        }
        weights[i] = fixedPoint(triangle, sum);
      }
      return new Taps(first, weights);
    }

    private static int[] fixedPoint(double[] triangle, double sum) {
      int[] weights = new int[triangle.length];
      for (int x = 0; x < weights.length; x++) {
        weights[x] = (int) (0.5 + triangle[x] * (1 / sum) * (1 << BITS));
      }
      return weights;
    }

    int count() {
      return first.length;
    }

    byte apply(int i, byte[] samples, int start, int step) {
      int sum = 1 << (BITS - 1);
      int place = start + first[i] * step;
      for (int weight : weights[i]) {
        sum += weight * Byte.toUnsignedInt(samples[place]);
        place += step;
      }
      return (byte) Math.min(Math.max(sum >> BITS, 0), Image8.WHITE);
    }
  }
}
