package evenlight.metric;

import evenlight.image.Image8;

/**
 * A colour in CIE 1976 L*a*b*.
 *
 * @param lightness L*, 0 to 100
 * @param a from green to red
 * @param b from blue to yellow
 */
record Lab(double lightness, double a, double b) {
  // IEC 61966-2-1, linear sRGB to XYZ.
  private static final double[][] XYZ = {
    {0.4124564, 0.3575761, 0.1804375},
    {0.2126729, 0.7151522, 0.0721750},
    {0.0193339, 0.1191920, 0.9503041}
  };
  private static final double[] LINEAR = new double[Image8.WHITE + 1];

  // CIE 15: the curve is straight below (6/29)³.
  private static final double STRAIGHT = 216.0 / 24389;
  private static final double SLOPE = 24389.0 / 27 / 116;

  static {
    for (int level = 0; level < LINEAR.length; level++) {
      double encoded = (double) level / Image8.WHITE;
      LINEAR[level] =
          encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }
  }

  /** Of an sRGB pixel; white, (255, 255, 255), is that of D65 and has L* = 100, a* = b* = 0. */
  static Lab ofSrgb(int red, int green, int blue) {
    double x = root(0, red, green, blue);
    double y = root(1, red, green, blue);
    double z = root(2, red, green, blue);
    return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
  }

  /** One of X, Y, Z relative to white, on the curve of L*a*b*. */
  private static double root(int axis, int red, int green, int blue) {
    double[] row = XYZ[axis];
    double light =
        (row[0] * LINEAR[red] + row[1] * LINEAR[green] + row[2] * LINEAR[blue])
            / (row[0] + row[1] + row[2]);
    return light > STRAIGHT ? Math.cbrt(light) : SLOPE * light + 16.0 / 116;
  }

  /** Distance from grey. */
  double chroma() {
    return Math.hypot(a, b);
  }
}
