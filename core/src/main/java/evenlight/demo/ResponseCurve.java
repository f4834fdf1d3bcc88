package evenlight.demo;

/**
 * How a camera turns exposure into a picture value: a curve in the manner of Hurter and Driffield,
 * with a toe in the shadows and a shoulder before the highlights clip, encoded for an sRGB screen.
 */
final class ResponseCurve {
  private static final double SHOULDER = 0.9;
  private static final double TOE = 0.0012;

  private ResponseCurve() {}

  /** From an exposure, of which 1 saturates the sensor, to a value in [0,1]. */
  static double apply(double exposure) {
    double x = Math.min(Math.max(exposure, 0), 1);
    double toned = (1 + SHOULDER) * x / (1 + SHOULDER * x) * (1 + TOE) * x / (x + TOE);
    return srgb(toned);
  }

  /** The transfer function of sRGB (IEC 61966-2-1) on [0,1]. */
  static double srgb(double linear) {
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
  }
}
