package evenlight.image.io;

import evenlight.image.Image;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import javax.imageio.ImageTypeSpecifier;

/** Makes a raster of integers of an image: clamped to [0,1], scaled, and rounded half up. */
final class Quantiser {
  private static final int[] RGB_ORDER = {0, 1, 2};

  private Quantiser() {}

  /** The image as an RGB picture of 8 or 16 bits a sample. */
  static BufferedImage quantise(Image image, int bitDepth) {
    boolean deep = bitDepth == 16;
    BufferedImage picture = blank(image.height(), image.width(), deep);
    if (deep) {
      shorts(image, picture.getRaster());
    } else {
      bytes(image, picture.getRaster());
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

  private static void bytes(Image image, WritableRaster raster) {
    byte[] samples = new byte[image.width()];
    byte[] row = new byte[3 * image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int c = 0; c < 3; c++) {
        image.row(c, y, samples);
        for (int x = 0, i = c; x < samples.length; x++, i += 3) {
          row[i] = samples[x];
        }
      }
      raster.setDataElements(0, y, image.width(), 1, row);
    }
  }

  private static void shorts(Image image, WritableRaster raster) {
    short[] samples = new short[image.width()];
    short[] row = new short[3 * image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int c = 0; c < 3; c++) {
        image.row(c, y, samples);
        for (int x = 0, i = c; x < samples.length; x++, i += 3) {
          row[i] = samples[x];
        }
      }
      raster.setDataElements(0, y, image.width(), 1, row);
    }
  }
}
