package evenlight.demo;

import evenlight.image.Image;

/**
 * A well-exposed picture of the whole radiance: dark and bright regions are brought nearer to each
 * other, detail within them is kept.
 *
 * <p>The regions are the logarithm of luminance, smoothed by a guided filter (He et al., 2013) that
 * is its own guide and leaves the large steps between window and wall where they are, so that no
 * halo surrounds them. A filmic curve with toe and shoulder puts the result on the screen.
 */
final class ToneMap {
  /** Remaining contrast of the regions, of 1. */
  private static final double COMPRESSION = 0.38;

  /** Radiance, in log2, that stays where it is. */
  private static final double ANCHOR = -6.7;

  /** Exposure of the anchor on the screen in log2, where 0 is white. */
  private static final double ANCHOR_ON_SCREEN = -3.65;

  private static final double SATURATION = 1;
  private static final double EDGE = 0.9;
  private static final double FLOOR = 1e-5;

  private ToneMap() {}

  /** The picture, in [0,1]. */
  static Image apply(RadianceMap scene) {
    int pixels = scene.pixels();
    float[] log = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      log[i] = (float) log2(Math.max(scene.get(i).luminance(), FLOOR));
    }
    int radius = Math.max(1, Math.min(scene.height(), scene.width()) / 24);
    float[] region = new SelfGuidedFilter(scene.height(), scene.width(), radius, EDGE).apply(log);
    float[][] planes = new float[3][pixels];
    for (int i = 0; i < pixels; i++) {
      double target = ANCHOR_ON_SCREEN + COMPRESSION * (region[i] - ANCHOR) + (log[i] - region[i]);
      Vec colour = develop(scene.get(i), StrictMath.pow(2, target));
      planes[0][i] = Quantiser.toEightBits(ResponseCurve.srgb(colour.x()));
      planes[1][i] = Quantiser.toEightBits(ResponseCurve.srgb(colour.y()));
      planes[2][i] = Quantiser.toEightBits(ResponseCurve.srgb(colour.z()));
    }
    return Image.of(scene.height(), scene.width(), planes);
  }

  /** The colour of a radiance at another luminance, through the shoulder of the curve. */
  private static Vec develop(Vec radiance, double luminance) {
    double share = SATURATION / Math.max(radiance.luminance(), FLOOR);
    Vec colour = radiance.times(share).plus(Vec.grey(1 - SATURATION)).times(luminance);
    double strongest = Math.max(colour.x(), Math.max(colour.y(), colour.z()));
    Vec paler = new Vec(shoulder(colour.x()), shoulder(colour.y()), shoulder(colour.z()));
    return colour.times(shoulder(strongest) / Math.max(strongest, FLOOR)).mix(paler, 0.4);
  }

  /** No change in the dark, towards 1 in the light. */
  private static double shoulder(double x) {
    return x * (1 + 0.9 * x) / (1 + x * (0.55 + 0.9 * x));
  }

  private static double log2(double value) {
    return StrictMath.log(value) / StrictMath.log(2);
  }
}
