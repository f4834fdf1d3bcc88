package evenlight.image.io;

import evenlight.image.Image;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import javax.imageio.ImageTypeSpecifier;

/** Makes a raster of integers of an image: clamped to [0,1], scaled, and rounded half up. */
final class Quantiser {
  private static final int[] RGB_ORDER = {0, 1, 2};
  private static final int WHITE_8 = 255;
  private static final int WHITE_16 = 65535;

  private Quantiser() {}

  /** The image as an RGB picture of 8 or 16 bits a sample. */
  static BufferedImage quantise(Image image, int bitDepth) {
    boolean deep = bitDepth == 16;
    BufferedImage picture = blank(image.height(), image.width(), deep);
    for (int y = 0; y < image.height(); y++) {
      Object row = deep ? shorts(image, y) : bytes(image, y);
      picture.getRaster().setDataElements(0, y, image.width(), 1, row);
    }
    return picture;
  }

  /** A black sRGB picture of 8 or 16 bits a sample. */
  static BufferedImage blank(int height, int width, boolean deep) {
    return ImageTypeSpecifier.createInterleaved(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            RGB_ORDER,
            deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE,
            false,
            false)
        .createBufferedImage(width, height);
  }

  private static byte[] bytes(Image image, int y) {
    int width = image.width();
    byte[] row = new byte[3 * width];
    for (int c = 0; c < 3; c++) {
      float[] plane = image.plane(c);
      for (int x = 0; x < width; x++) {
        row[3 * x + c] = (byte) round(plane[y * width + x], WHITE_8);
      }
    }
    return row;
  }

  private static short[] shorts(Image image, int y) {
    int width = image.width();
    short[] row = new short[3 * width];
    for (int c = 0; c < 3; c++) {
      float[] plane = image.plane(c);
      for (int x = 0; x < width; x++) {
        row[3 * x + c] = (short) round(plane[y * width + x], WHITE_16);
      }
    }
    return row;
  }

  /** In double, where neither the product nor adding a half is rounded to the wrong side. */
  private static int round(float sample, int white) {
    if (Float.isNaN(sample)) {
      throw new IllegalArgumentException("samples must be numbers to be written, but one is NaN");
    }
    return (int) Math.min(Math.max(sample * (double) white + 0.5, 0), white);
  }
}
