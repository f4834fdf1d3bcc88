package evenlight.image.reference;

import evenlight.image.Image8;

/**
 * Full range (JFIF), unrounded.
 *
 * @param neutral Cb and Cr of greys
 */
record FullRange(double neutral) implements LevelSpace {
  @Override
  public void read(Image8 rgb, int y, double[][] ycbcr) {
    int start = y * rgb.width();
    for (int x = 0; x < rgb.width(); x++) {
      int r = rgb.at(0, start + x);
      int g = rgb.at(1, start + x);
      int b = rgb.at(2, start + x);
      ycbcr[0][x] = 0.299 * r + 0.587 * g + 0.114 * b;
      ycbcr[1][x] = neutral - 0.168736 * r - 0.331264 * g + 0.5 * b;
      ycbcr[2][x] = neutral + 0.5 * r - 0.418688 * g - 0.081312 * b;
    }
  }

  @Override
  public void toRgb(double y, double cb, double cr, double[] rgb) {
    rgb[0] = y + 1.402 * (cr - neutral);
    rgb[1] = y - 0.344136 * (cb - neutral) - 0.714136 * (cr - neutral);
    rgb[2] = y + 1.772 * (cb - neutral);
  }
}
