package evenlight.image.io;

import evenlight.image.Image;
import evenlight.image.metadata.Orientation;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Makes an upright image of the integers in a raster, in as many bits as these have.
 *
 * <p>Rows are fetched whole, in the raster's own type: asking for single pixels costs more than
 * decoding a JPEG.
 */
final class Samples {
  private Samples() {}

  /**
   * The picture, which must have passed {@link ColourCheck#requireRgb}.
   *
   * @param orientation how it lies
   */
  static Image of(BufferedImage picture, Orientation orientation) {
    Raster raster = picture.getRaster();
    Placing placing = Placing.of(orientation, raster.getHeight(), raster.getWidth());
    if (picture.getColorModel() instanceof IndexColorModel palette) {
      return lookedUp(raster, palette, placing);
    }
    return raster.getTransferType() == DataBuffer.TYPE_BYTE
        ? bytes(raster, placing)
        : shorts(raster, placing);
  }

  private static Image lookedUp(Raster raster, IndexColorModel palette, Placing placing) {
    int width = raster.getWidth();
    byte[][] planes = new byte[3][placing.pixels()];
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0, i = placing.row(y); x < width; x++, i += placing.columnStep()) {
        planes[0][i] = (byte) palette.getRed(row[x]);
        planes[1][i] = (byte) palette.getGreen(row[x]);
        planes[2][i] = (byte) palette.getBlue(row[x]);
      }
    }
    return Image.ofBytes(placing.height(), placing.width(), planes);
  }

  private static Image bytes(Raster raster, Placing placing) {
    int width = raster.getWidth();
    byte[][] planes = new byte[3][placing.pixels()];
    byte[] row = new byte[3 * width];
    int step = placing.columnStep();
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, width, 1, row);
      for (int c = 0; c < 3; c++) {
        byte[] plane = planes[c];
        for (int x = c, i = placing.row(y); x < row.length; x += 3, i += step) {
          plane[i] = row[x];
        }
      }
    }
    return Image.ofBytes(placing.height(), placing.width(), planes);
  }

  private static Image shorts(Raster raster, Placing placing) {
    int width = raster.getWidth();
    short[][] planes = new short[3][placing.pixels()];
    short[] row = new short[3 * width];
    int step = placing.columnStep();
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, width, 1, row);
      for (int c = 0; c < 3; c++) {
        short[] plane = planes[c];
        for (int x = c, i = placing.row(y); x < row.length; x += 3, i += step) {
          plane[i] = row[x];
        }
      }
    }
    return Image.ofShorts(placing.height(), placing.width(), planes);
  }
}
