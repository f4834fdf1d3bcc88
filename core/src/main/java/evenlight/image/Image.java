package evenlight.image;

import java.util.Arrays;

/**
 * A picture: planar 32-bit samples in [0,1], one plane per channel, rows from top to bottom.
 *
 * <p>Sample (y, x) of a plane lies at {@code y * width + x}. An image is a value: whoever hands
 * planes over, or receives them from {@link #plane}, must not write to them.
 */
public final class Image {
  private final int height;
  private final int width;
  private final float[][] planes;

  private Image(int height, int width, float[][] planes) {
    this.height = height;
    this.width = width;
    this.planes = planes;
  }

  /**
   * An image of one plane per channel.
   *
   * @param height rows, at least 1
   * @param width columns, at least 1
   * @param planes one array of {@code height * width} samples per channel; not copied
   * @throws IllegalArgumentException if a size is not positive or a plane has another length
   */
  public static Image of(int height, int width, float[]... planes) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image must be at least 1×1, but is " + height + "×" + width);
    }
    if (planes.length == 0) {
      throw new IllegalArgumentException("an image must have at least one channel, but has none");
    }
    for (int c = 0; c < planes.length; c++) {
      if (planes[c].length != Math.multiplyExact(height, width)) {
        throw new IllegalArgumentException(
            "every plane of a %d×%d image must hold %d samples, but plane %d holds %d"
                .formatted(height, width, height * width, c, planes[c].length));
      }
    }
    return new Image(height, width, planes.clone());
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Number of planes: 1 for luminance, 3 for colour. */
  public int channels() {
    return planes.length;
  }

  /** Pixels of one plane. */
  public int pixels() {
    return height * width;
  }

  /** The samples of one channel, row by row; shared with this image and not to be written to. */
  public float[] plane(int channel) {
    return planes[channel];
  }

  /** One row of a channel, in double precision: what methods and filters read. */
  public void row(int channel, int y, double[] samples) {
    float[] plane = planes[channel];
    for (int x = 0, i = y * width; x < width; x++, i++) {
      samples[x] = plane[i];
    }
  }

  /** One sample. */
  public float at(int channel, int y, int x) {
    return planes[channel][y * width + x];
  }

  /** Whether both have the same height and width. */
  public boolean sameSizeAs(Image other) {
    return height == other.height && width == other.width;
  }

  /** The size as people write it in messages: height × width. */
  public String size() {
    return height + "×" + width;
  }

  /** Whether size, channels and every sample are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Image image
        && sameSizeAs(image)
        && Arrays.deepEquals(planes, image.planes);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(planes) * 31 + width;
  }

  @Override
  public String toString() {
    return "Image[" + size() + ", " + channels() + " channels]";
  }
}
