package evenlight.image;

/**
 * Reads the luminance of an RGB image by {@link Bt601}, row by row, without a copy of its planes.
 *
 * <p>Not for several threads at a time: each makes its own.
 */
public final class LumaRows {
  private final Image rgb;
  private final float[] red;
  private final float[] green;
  private final float[] blue;

  /**
   * Rows of one image.
   *
   * @throws IllegalArgumentException if it has not 3 channels
   */
  public LumaRows(Image rgb) {
    Bt601.requireThreeChannels(rgb);
    this.rgb = rgb;
    red = new float[rgb.width()];
    green = new float[rgb.width()];
    blue = new float[rgb.width()];
  }

  /**
   * Reads the luminance of one row.
   *
   * @param luma takes it from the offset on
   */
  public void read(int y, float[] luma, int offset) {
    rgb.row(0, y, red);
    rgb.row(1, y, green);
    rgb.row(2, y, blue);
    for (int x = 0; x < red.length; x++) {
      luma[offset + x] = Bt601.luma(red[x], green[x], blue[x]);
    }
  }
}
