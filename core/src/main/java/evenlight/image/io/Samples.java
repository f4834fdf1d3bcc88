package evenlight.image.io;

import evenlight.image.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Makes an image of the integers in a raster: sample / 255 or sample / 65535.
 *
 * <p>Rows are fetched whole, in the raster's own type: asking for single pixels costs more than
 * decoding a JPEG.
 */
final class Samples {
  private static final float WHITE_8 = 255;
  private static final float WHITE_16 = 65535;

  private Samples() {}

  /** The picture, which must have passed {@link ColourCheck#requireRgb}. */
  static Image of(BufferedImage picture) {
    Raster raster = picture.getRaster();
    float[][] planes = new float[3][Math.multiplyExact(raster.getHeight(), raster.getWidth())];
    if (picture.getColorModel() instanceof IndexColorModel palette) {
      lookUp(raster, palette, planes);
    } else if (raster.getTransferType() == DataBuffer.TYPE_BYTE) {
      scaleBytes(raster, planes);
    } else {
      scaleShorts(raster, planes);
    }
    return Image.of(raster.getHeight(), raster.getWidth(), planes);
  }

  private static void lookUp(Raster raster, IndexColorModel palette, float[][] planes) {
    int width = raster.getWidth();
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        planes[0][i] = palette.getRed(row[x]) / WHITE_8;
        planes[1][i] = palette.getGreen(row[x]) / WHITE_8;
        planes[2][i] = palette.getBlue(row[x]) / WHITE_8;
      }
    }
  }

  private static void scaleBytes(Raster raster, float[][] planes) {
    int width = raster.getWidth();
    byte[] row = new byte[3 * width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, width, 1, row);
      for (int c = 0; c < 3; c++) {
        float[] plane = planes[c];
        for (int x = 0, i = y * width; x < width; x++, i++) {
          plane[i] = Byte.toUnsignedInt(row[3 * x + c]) / WHITE_8;
        }
      }
    }
  }

  private static void scaleShorts(Raster raster, float[][] planes) {
    int width = raster.getWidth();
    short[] row = new short[3 * width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getDataElements(0, y, width, 1, row);
      for (int c = 0; c < 3; c++) {
        float[] plane = planes[c];
        for (int x = 0, i = y * width; x < width; x++, i++) {
          plane[i] = Short.toUnsignedInt(row[3 * x + c]) / WHITE_16;
        }
      }
    }
  }
}
