package evenlight.image;

import java.util.Arrays;

/**
 * A picture of 8-bit samples, one plane per channel, rows from top to bottom: what metrics compare.
 *
 * <p>Sample (y, x) of a plane lies at {@code y * width + x}, as an unsigned byte. Like {@link
 * Image} it is a value: planes that are handed over or received must not be written to.
 */
public final class Image8 {
  /** The greatest sample. */
  public static final int WHITE = 255;

  // MATLAB's rgb2gray, to which the published metrics' values belong.
  private static final double RED = 0.298936021293775;
  private static final double GREEN = 0.587043074451121;
  private static final double BLUE = 0.114020904255103;

  private final int height;
  private final int width;
  private final byte[][] planes;

  private Image8(int height, int width, byte[][] planes) {
    this.height = height;
    this.width = width;
    this.planes = planes;
  }

  /**
   * An image of one plane (grey) or three (RGB).
   *
   * @param planes one array of {@code height * width} samples per channel; not copied
   * @throws IllegalArgumentException if a size is not positive, a plane has another length or there
   *     are neither one nor three
   */
  public static Image8 of(int height, int width, byte[]... planes) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image must be at least 1×1, but is " + height + "×" + width);
    }
    if (planes.length != 1 && planes.length != 3) {
      throw new IllegalArgumentException(
          "an 8-bit image must have 1 or 3 channels, but has " + planes.length);
    }
    for (byte[] plane : planes) {
      if (plane.length != Math.multiplyExact(height, width)) {
        throw new IllegalArgumentException(
            "every plane of a %d×%d image must hold %d samples, but one holds %d"
                .formatted(height, width, height * width, plane.length));
      }
    }
    return new Image8(height, width, planes.clone());
  }

  /**
   * An image with its samples clamped to [0,1], multiplied by 255 and rounded half up.
   *
   * <p>Planes of an image of 8-bit samples are shared with it.
   *
   * @throws IllegalArgumentException if a sample is NaN or there are neither one nor three channels
   */
  public static Image8 of(Image image) {
    byte[][] planes = new byte[image.channels()][];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = image.bytes(c);
    }
    return of(image.height(), image.width(), planes);
  }

  /**
   * The grey samples that the metrics of this field are defined on, MATLAB's {@code rgb2gray}:
   *
   * <pre>
   * Y = floor(0.298936021293775 R + 0.587043074451121 G + 0.114020904255103 B + 0.5)
   * </pre>
   *
   * @return this image if it has one channel
   */
  public Image8 grey() {
    if (planes.length == 1) {
      return this;
    }
    byte[] grey = new byte[pixels()];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (byte) (grey(at(0, i), at(1, i), at(2, i)) + 0.5);
    }
    return new Image8(height, width, new byte[][] {grey});
  }

  /** The grey of one pixel by the same formula, on any scale and not rounded. */
  public static double grey(double red, double green, double blue) {
    return RED * red + GREEN * green + BLUE * blue;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** Number of planes: 1 for grey, 3 for colour. */
  public int channels() {
    return planes.length;
  }

  /** Pixels of one plane. */
  public int pixels() {
    return height * width;
  }

  /** The samples of one channel as unsigned bytes; shared with this image. */
  public byte[] plane(int channel) {
    return planes[channel];
  }

  /** One sample of a channel, by its place in the plane: 0 to 255. */
  public int at(int channel, int place) {
    return Byte.toUnsignedInt(planes[channel][place]);
  }

  /** Whether both have the same height and width. */
  public boolean sameSizeAs(Image8 other) {
    return height == other.height && width == other.width;
  }

  /** The size as people write it in messages: height × width. */
  public String size() {
    return height + "×" + width;
  }

  /** Whether size, channels and every sample are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Image8 image
        && sameSizeAs(image)
        && Arrays.deepEquals(planes, image.planes);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(planes) * 31 + width;
  }

  @Override
  public String toString() {
    return "Image8[" + size() + ", " + channels() + " channels]";
  }
}
