package evenlight.ghost;

import evenlight.filter.BoxFilter;
import evenlight.filter.Strips;

/**
 * A plane at a fraction of a picture's size, from 0 to 1, that is read at full size: linear between
 * the centres of its pixels.
 */
final class SmoothPlane {
  private final Fraction fraction;
  private final float[] samples;

  /**
   * A plane.
   *
   * @param samples of the reduced size, row by row; not copied
   */
  SmoothPlane(Fraction fraction, float[] samples) {
    this.fraction = fraction;
    this.samples = samples;
  }

  /** A mask of zeros and ones with its edges softened by two box means of a radius. */
  static SmoothPlane of(Fraction fraction, byte[] mask, int radius, Strips strips) {
    float[] plane = new float[mask.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = mask[i];
    }
    int height = fraction.height();
    int width = fraction.width();
    float[] once = means(plane, height, width, radius, strips);
    return new SmoothPlane(fraction, means(once, height, width, radius, strips));
  }

  /** The means of a plane over windows of (2r+1)×(2r+1) places, those outside it left out. */
  static float[] means(float[] plane, int height, int width, int radius, Strips strips) {
    float[] means = new float[plane.length];
    strips.run(
        height,
        () -> {
          BoxFilter filter = new BoxFilter(height, width, radius);
          double[] row = new double[width];
          return (from, to) -> {
            filter.restart();
            for (int y = Math.max(from - radius, 0); y < to + radius; y++) {
              enter(filter, plane, y, height, width);
              if (y - radius >= from) {
                filter.means(y - radius, row);
                for (int x = 0; x < width; x++) {
                  means[(y - radius) * width + x] = (float) row[x];
                }
              }
            }
          };
        });
    return means;
  }

  private static void enter(BoxFilter filter, float[] plane, int y, int height, int width) {
    if (y >= height) {
      filter.enterZeros();
      return;
    }
    double[] entering = filter.entering();
    for (int x = 0; x < width; x++) {
      entering[x] = plane[y * width + x];
    }
    filter.enter();
  }

  /**
   * One row at full size.
   *
   * @param row takes it; as long as the picture is wide
   */
  void row(int y, float[] row) {
    float down = fraction.place(y, fraction.height());
    int upper = (int) down;
    int lower = Math.min(upper + 1, fraction.height() - 1);
    int width = fraction.width();
    for (int x = 0; x < row.length; x++) {
      float across = fraction.place(x, width);
      int left = (int) across;
      int right = Math.min(left + 1, width - 1);
      float share = across - left;
      float above = mix(samples[upper * width + left], samples[upper * width + right], share);
      float below = mix(samples[lower * width + left], samples[lower * width + right], share);
      row[x] = mix(above, below, down - upper);
    }
  }

  private static float mix(float first, float second, float share) {
    return first + share * (second - first);
  }

  /** The same plane for pictures of its own size. */
  SmoothPlane reduced() {
    return new SmoothPlane(fraction.ofItself(), samples);
  }

  /** The samples, row by row; not to be written to. */
  float[] samples() {
    return samples;
  }
}
