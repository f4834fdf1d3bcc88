package evenlight.image.reference;

import evenlight.image.Image8;
import evenlight.image.StudioYcbcr;

/**
 * Studio range with constants of three digits, unrounded.
 *
 * <p>One pixel of a thousand has a Y right between two levels. Which of them it is rounded to
 * follows from the order of sums, here that in which NumPy multiplies by a matrix, with fused
 * multiply-adds.
 *
 * @param green how much of green is in Y; 0.504 would be right
 */
record ShortStudio(double green) implements LevelSpace {
  @Override
  public void read(Image8 rgb, int y, double[][] ycbcr) {
    int start = y * rgb.width();
    for (int x = 0; x < rgb.width(); x++) {
      int r = rgb.at(0, start + x);
      int g = rgb.at(1, start + x);
      int b = rgb.at(2, start + x);
      ycbcr[0][x] = Math.fma(0.098, b, Math.fma(0.257, r, green * g)) + StudioYcbcr.BLACK;
      ycbcr[1][x] = -0.148 * r - 0.291 * g + 0.439 * b + StudioYcbcr.NEUTRAL;
      ycbcr[2][x] = 0.439 * r - 0.368 * g - 0.071 * b + StudioYcbcr.NEUTRAL;
    }
  }

  @Override
  public void toRgb(double y, double cb, double cr, double[] rgb) {
    double luma = 1.164 * (y - StudioYcbcr.BLACK);
    double blue = cb - StudioYcbcr.NEUTRAL;
    double red = cr - StudioYcbcr.NEUTRAL;
    rgb[0] = luma + 1.596 * red;
    rgb[1] = luma - 0.392 * blue - 0.813 * red;
    rgb[2] = luma + 2.017 * blue;
  }
}
