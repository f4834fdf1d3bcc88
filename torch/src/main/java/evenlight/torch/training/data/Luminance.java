package evenlight.torch.training.data;

import evenlight.image.Image;
import evenlight.image.LumaRows;

/** Luminance (BT.601) of pictures, one byte a pixel. */
public final class Luminance {
  private static final int WHITE = 255;

  private Luminance() {}

  /** Row by row. */
  public static byte[] of(Image rgb) {
    LumaRows rows = new LumaRows(rgb);
    byte[] bytes = new byte[rgb.pixels()];
    float[] row = new float[rgb.width()];
    for (int y = 0; y < rgb.height(); y++) {
      rows.read(y, row, 0);
      for (int x = 0; x < row.length; x++) {
        bytes[y * row.length + x] = toByte(row[x]);
      }
    }
    return bytes;
  }

  /** A number in [0,1] as a byte. */
  static byte toByte(double value) {
    return (byte) Math.round(value * WHITE);
  }
}
