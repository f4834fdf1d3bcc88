package evenlight.image;

/**
 * YCbCr of ITU-R BT.601 in full range, as JPEG (JFIF) uses it, on samples in [0,1].
 *
 * <pre>
 * Y  = 0.299 R + 0.587 G + 0.114 B
 * Cb = τ + (B - Y) / 1.772        Cr = τ + (R - Y) / 1.402        τ = 128/255
 * </pre>
 *
 * <p>Nothing is rounded or clamped on the way there, so that {@code toRgb(toYcbcr(x))} gives x back
 * up to a few units of float precision. A grey pixel has Y equal to its grey and Cb = Cr = τ
 * exactly, and the way back gives the same three equal samples. Luminance here means this
 * gamma-encoded Y (luma), as everywhere in exposure fusion.
 */
public final class Bt601 {
  /** The chroma of a grey pixel: 128 on the 8-bit scale. */
  public static final float NEUTRAL = 128f / 255f;

  private static final float RED = 0.299f;
  private static final float BLUE = 0.114f;
  private static final float GREEN = 1 - RED - BLUE;
  private static final float CB_SCALE = 2 * (1 - BLUE);
  private static final float CR_SCALE = 2 * (1 - RED);

  private Bt601() {}

  /** Luminance of one RGB pixel; exact for greys. */
  public static float luma(float red, float green, float blue) {
    return green + RED * (red - green) + BLUE * (blue - green);
  }

  /** The luminance plane of an RGB image. */
  public static float[] luma(Image rgb) {
    LumaRows rows = new LumaRows(rgb);
    float[] y = new float[rgb.pixels()];
    for (int row = 0; row < rgb.height(); row++) {
      rows.read(row, y, row * rgb.width());
    }
    return y;
  }

  /** From RGB in [0,1] to the planes Y, Cb, Cr. */
  public static Image toYcbcr(Image rgb) {
    float[] y = luma(rgb);
    float[] cb = difference(rgb, 2, y, CB_SCALE);
    float[] cr = difference(rgb, 0, y, CR_SCALE);
    return Image.of(rgb.height(), rgb.width(), y, cb, cr);
  }

  private static float[] difference(Image rgb, int channel, float[] luma, float scale) {
    float[] chroma = new float[luma.length];
    float[] row = new float[rgb.width()];
    for (int y = 0, i = 0; y < rgb.height(); y++) {
      rgb.row(channel, y, row);
      for (int x = 0; x < row.length; x++, i++) {
        chroma[i] = NEUTRAL + (row[x] - luma[i]) / scale;
      }
    }
    return chroma;
  }

  /** From the planes Y, Cb, Cr to RGB, clamped to [0,1]. */
  public static Image toRgb(Image ycbcr) {
    requireThreeChannels(ycbcr);
    float[] y = ycbcr.plane(0);
    float[] cb = ycbcr.plane(1);
    float[] cr = ycbcr.plane(2);
    float[] red = new float[y.length];
    float[] green = new float[y.length];
    float[] blue = new float[y.length];
    for (int i = 0; i < y.length; i++) {
      float blueOffset = (cb[i] - NEUTRAL) * CB_SCALE;
      float redOffset = (cr[i] - NEUTRAL) * CR_SCALE;
      red[i] = clamp(y[i] + redOffset);
      green[i] = clamp(y[i] - (RED * redOffset + BLUE * blueOffset) / GREEN);
      blue[i] = clamp(y[i] + blueOffset);
    }
    return Image.of(ycbcr.height(), ycbcr.width(), red, green, blue);
  }

  private static float clamp(float value) {
    return Math.min(Math.max(value, 0), 1);
  }

  static void requireThreeChannels(Image image) {
    if (image.channels() != 3) {
      throw new IllegalArgumentException(
          "a colour conversion needs 3 channels, but the image has " + image.channels());
    }
  }
}
