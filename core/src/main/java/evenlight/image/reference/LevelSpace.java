package evenlight.image.reference;

import evenlight.image.Image8;

/** A YCbCr on levels from 0 to 255. */
interface LevelSpace {
  /**
   * The levels of one row.
   *
   * @param ycbcr takes the rows of Y, Cb and Cr
   */
  void read(Image8 rgb, int y, double[][] ycbcr);

  /**
   * From the levels of a pixel to RGB.
   *
   * @param rgb takes red, green and blue, not limited
   */
  void toRgb(double y, double cb, double cr, double[] rgb);
}
