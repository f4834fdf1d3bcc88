package evenlight.image.io;

import evenlight.image.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Makes an image of the integers in a raster, in as many bits as these have.
 *
 * <p>Rows are fetched whole, in the raster's own type: asking for single pixels costs more than
 * decoding a JPEG.
 */
final class Samples {
  private Samples() {}

  /** The picture, which must have passed {@link ColourCheck#requireRgb}. */
  static Image of(BufferedImage picture) {
    Raster raster = picture.getRaster();
    if (picture.getColorModel() instanceof IndexColorModel palette) {
      return lookedUp(raster, palette);
    }
    return raster.getTransferType() == DataBuffer.TYPE_BYTE ? bytes(raster) : shorts(raster);
  }

  private static Image lookedUp(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    byte[][] planes = new byte[3][pixels(raster)];
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0, i = y * width; x < width; x++, i++) {
        planes[0][i] = (byte) palette.getRed(row[x]);
        planes[1][i] = (byte) palette.getGreen(row[x]);
        planes[2][i] = (byte) palette.getBlue(row[x]);
      }
    }
    return Image.ofBytes(raster.getHeight(), width, planes);
  }

  private static Image bytes(Raster raster) {
    int width = raster.getWidth();
    byte[][] planes = new byte[3][pixels(raster)];
    byte[] row = new byte[3 * width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, width, 1, row);
      for (int c = 0; c < 3; c++) {
        byte[] plane = planes[c];
        for (int x = c, i = y * width; x < row.length; x += 3, i++) {
          plane[i] = row[x];
        }
      }
    }
    return Image.ofBytes(raster.getHeight(), width, planes);
  }

  private static Image shorts(Raster raster) {
    int width = raster.getWidth();
    short[][] planes = new short[3][pixels(raster)];
    short[] row = new short[3 * width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, width, 1, row);
      for (int c = 0; c < 3; c++) {
        short[] plane = planes[c];
        for (int x = c, i = y * width; x < row.length; x += 3, i++) {
          plane[i] = row[x];
        }
      }
    }
    return Image.ofShorts(raster.getHeight(), width, planes);
  }

  private static int pixels(Raster raster) {
    return Math.multiplyExact(raster.getHeight(), raster.getWidth());
  }
}
