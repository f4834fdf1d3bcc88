package evenlight.image.reference;

import evenlight.image.Image8;

/**
 * YCrCb and grey as OpenCV computes them for 8-bit pictures: fixed point with 14 fractional bits
 * ({@code COLOR_RGB2YCrCb}, {@code COLOR_YCrCb2RGB}) or 15 ({@code COLOR_RGB2GRAY}).
 */
public final class OpenCvYcrcb {
  private static final int BITS = 14;
  private static final int HALF = 1 << (BITS - 1);
  private static final int NEUTRAL = 128;
  private static final int OFFSET = (NEUTRAL << BITS) + HALF;
  private static final int GREY_BITS = 15;

  private OpenCvYcrcb() {}

  /** From RGB to the planes Y, Cr, Cb. */
  public static Image8 toYcrcb(Image8 rgb) {
    return PixelRule.convert(
        rgb,
        (r, g, b, ycrcb) -> {
          int y = (4899 * r + 9617 * g + 1868 * b + HALF) >> BITS;
          ycrcb[0] = y;
          ycrcb[1] = ((r - y) * 11682 + OFFSET) >> BITS;
          ycrcb[2] = ((b - y) * 9241 + OFFSET) >> BITS;
        });
  }

  /** From the planes Y, Cr, Cb to RGB. */
  public static Image8 toRgb(Image8 ycrcb) {
    return PixelRule.convert(
        ycrcb,
        (y, crLevel, cbLevel, rgb) -> {
          int cr = crLevel - NEUTRAL;
          int cb = cbLevel - NEUTRAL;
          rgb[0] = y + ((22987 * cr + HALF) >> BITS);
          rgb[1] = y + ((-5636 * cb - 11698 * cr + HALF) >> BITS);
          rgb[2] = y + ((29049 * cb + HALF) >> BITS);
        });
  }

  /** From RGB to one plane of grey. */
  public static Image8 grey(Image8 rgb) {
    byte[] grey = new byte[rgb.pixels()];
    for (int i = 0; i < grey.length; i++) {
      int sum = 9798 * rgb.at(0, i) + 19235 * rgb.at(1, i) + 3735 * rgb.at(2, i);
      grey[i] = (byte) ((sum + (1 << (GREY_BITS - 1))) >> GREY_BITS);
    }
    return Image8.of(rgb.height(), rgb.width(), grey);
  }
}
