package evenlight.opencv.align;

import evenlight.align.Transform;
import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.Arrays;

/**
 * The luminance of a picture in one of several sizes; each sample is the mean of a square of
 * pixels.
 *
 * <p>Means of many pixels have finer steps than the pixels themselves, which is what a dark frame
 * has to be matched by. Not written to once it is made.
 */
final class LumaLevel {
  /** What is at or below is taken for black, from which nothing can be told. */
  static final float BLACK = 1f / 255;

  /** What is at or above is taken for clipped. */
  static final float WHITE = 249f / 255;

  private static final int WEIGHT_BITS = 16;
  private static final int RED = 19595;
  private static final int GREEN = 38470;
  private static final int BLUE = 7471;
  private static final float SHORTS = 65535;

  private final int height;
  private final int width;
  private final int scale;
  private final float[] samples;

  private LumaLevel(int height, int width, int scale, float[] samples) {
    this.height = height;
    this.width = width;
    this.scale = scale;
    this.samples = samples;
  }

  /**
   * The luminance of an RGB image.
   *
   * @param scale side of the squares in pixels; what is left over at the right and below is missing
   */
  static LumaLevel of(Image rgb, int scale, Strips strips) {
    int height = Math.max(1, rgb.height() / scale);
    int width = Math.max(1, rgb.width() / scale);
    LumaLevel level = new LumaLevel(height, width, scale, new float[height * width]);
    strips.run(height, () -> level.new Reduction(rgb));
    return level;
  }

  private final class Reduction implements Strips.Worker {
    private final Image rgb;
    private final short[] red;
    private final short[] green;
    private final short[] blue;
    private final long[] sums = new long[width];

    Reduction(Image rgb) {
      this.rgb = rgb;
      red = new short[rgb.width()];
      green = new short[rgb.width()];
      blue = new short[rgb.width()];
    }

    @Override
    public void compute(int from, int to) {
      float unit = 1 / (SHORTS * (1 << WEIGHT_BITS) * scale * scale);
      for (int y = from; y < to; y++) {
        Arrays.fill(sums, 0);
        for (int row = y * scale; row < (y + 1) * scale; row++) {
          add(row);
        }
        for (int x = 0; x < width; x++) {
          samples[y * width + x] = sums[x] * unit;
        }
      }
    }

    private void add(int row) {
      rgb.row(0, row, red);
      rgb.row(1, row, green);
      rgb.row(2, row, blue);
      for (int x = 0, i = 0; x < width; x++) {
        long sum = 0;
        for (int k = 0; k < scale; k++, i++) {
          sum +=
              RED * (long) (red[i] & 0xffff)
                  + GREEN * (long) (green[i] & 0xffff)
                  + BLUE * (long) (blue[i] & 0xffff);
        }
        sums[x] += sum;
      }
    }
  }

  /** The next smaller level: means of 2×2 samples. */
  LumaLevel halved() {
    int rows = height / 2;
    int columns = width / 2;
    float[] means = new float[rows * columns];
    for (int y = 0; y < rows; y++) {
      int upper = 2 * y * width;
      int lower = upper + width;
      for (int x = 0; x < columns; x++) {
        int i = 2 * x;
        means[y * columns + x] =
            (samples[upper + i]
                    + samples[upper + i + 1]
                    + samples[lower + i]
                    + samples[lower + i + 1])
                / 4;
      }
    }
    return new LumaLevel(rows, columns, 2 * scale, means);
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** Pixels of the picture for one sample, across and down. */
  int scale() {
    return scale;
  }

  float at(int y, int x) {
    return samples[y * width + x];
  }

  /** Whether something can be told from a sample. */
  static boolean tells(float sample) {
    return sample > BLACK && sample < WHITE;
  }

  /** The column or row of a sample by that in the picture. */
  double toLevel(double place) {
    return (place + 0.5) / scale - 0.5;
  }

  /** The column or row in the picture by that of a sample. */
  double toPicture(double place) {
    return (place + 0.5) * scale - 0.5;
  }

  /** A map between pictures as one between their levels of this scale. */
  Transform toLevel(Transform map) {
    double shift = 0.5 / scale - 0.5;
    return map.within(new Transform(1.0 / scale, 0, shift, 0, 1.0 / scale, shift, 0, 0));
  }

  /** The sample at any place by a cubic of Catmull and Rom; NaN too near to the border. */
  float sample(double y, double x) {
    int row = (int) Math.floor(y);
    int column = (int) Math.floor(x);
    if (row < 1 || column < 1 || row >= height - 2 || column >= width - 2) {
      return Float.NaN;
    }
    float fy = (float) (y - row);
    float fx = (float) (x - column);
    int i = (row - 1) * width + column - 1;
    return cubic(
        fy,
        across(i, fx),
        across(i + width, fx),
        across(i + 2 * width, fx),
        across(i + 3 * width, fx));
  }

  private float across(int i, float f) {
    return cubic(f, samples[i], samples[i + 1], samples[i + 2], samples[i + 3]);
  }

  private static float cubic(float f, float p, float q, float r, float s) {
    return q + 0.5f * f * (r - p + f * (2 * p - 5 * q + 4 * r - s + f * (3 * (q - r) + s - p)));
  }
}
