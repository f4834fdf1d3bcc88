package evenlight.image.reference;

import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.StudioYcbcr;

/**
 * There by MATLAB's {@code rgb2ycbcr} of 8-bit pictures, with rounded results; back as {@link
 * ShortStudio}.
 */
record MatlabStudio() implements LevelSpace {
  private static final StudioYcbcr ROUNDED = new StudioYcbcr(true);
  private static final ShortStudio BACK = new ShortStudio(0.504);

  @Override
  public void read(Image8 rgb, int y, double[][] ycbcr) {
    ROUNDED.read(Image.of(rgb), y, ycbcr);
  }

  @Override
  public void toRgb(double y, double cb, double cr, double[] rgb) {
    BACK.toRgb(y, cb, cr, rgb);
  }
}
