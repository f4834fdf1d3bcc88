package evenlight.image.reference;

import evenlight.image.Image8;

/**
 * YCbCr in full range as Pillow's {@code convert("YCbCr")} and back computes it: by tables in
 * 1/64ths, whose entries are truncated.
 *
 * <pre>
 * t(c, i) = trunc(64 c i + 0.5)
 * Y  =  (t(0.299, R)    + t(0.587, G)    + t(0.114, B))    >> 6
 * Cb = ((t(-0.16874, R) + t(-0.33126, G) + t(0.5, B))      >> 6) + 128
 * Cr = ((t(0.5, R)      + t(-0.41869, G) + t(-0.08131, B)) >> 6) + 128
 * </pre>
 */
public final class PillowYcbcr {
  private static final int NEUTRAL = 128;
  private static final int BITS = 6;

  private static final int[][] LUMA = {table(0.299, 0), table(0.587, 0), table(0.114, 0)};
  private static final int[][] BLUE = {table(-0.16874, 0), table(-0.33126, 0), table(0.5, 0)};
  private static final int[][] RED = {table(0.5, 0), table(-0.41869, 0), table(-0.08131, 0)};

  private static final int[] RED_OF_CR = table(1.402, NEUTRAL);
  private static final int[] GREEN_OF_CB = table(-0.34414, NEUTRAL);
  private static final int[] GREEN_OF_CR = table(-0.71414, NEUTRAL);
  private static final int[] BLUE_OF_CB = table(1.772, NEUTRAL);

  private PillowYcbcr() {}

  private static int[] table(double factor, int zero) {
    int[] table = new int[Image8.WHITE + 1];
    for (int i = 0; i < table.length; i++) {
      table[i] = (int) ((1 << BITS) * factor * (i - zero) + 0.5);
    }
    return table;
  }

  /** From RGB to the planes Y, Cb, Cr. */
  public static Image8 toYcbcr(Image8 rgb) {
    return PixelRule.convert(
        rgb,
        (r, g, b, ycbcr) -> {
          ycbcr[0] = (LUMA[0][r] + LUMA[1][g] + LUMA[2][b]) >> BITS;
          ycbcr[1] = ((BLUE[0][r] + BLUE[1][g] + BLUE[2][b]) >> BITS) + NEUTRAL;
          ycbcr[2] = ((RED[0][r] + RED[1][g] + RED[2][b]) >> BITS) + NEUTRAL;
        });
  }

  /** From the planes Y, Cb, Cr to RGB. */
  public static Image8 toRgb(Image8 ycbcr) {
    return PixelRule.convert(
        ycbcr,
        (y, cb, cr, rgb) -> {
          rgb[0] = y + (RED_OF_CR[cr] >> BITS);
          rgb[1] = y + ((GREEN_OF_CB[cb] + GREEN_OF_CR[cr]) >> BITS);
          rgb[2] = y + (BLUE_OF_CB[cb] >> BITS);
        });
  }
}
