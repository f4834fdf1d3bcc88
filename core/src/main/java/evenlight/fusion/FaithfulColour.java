package evenlight.fusion;

import evenlight.image.Bt601;
import java.util.List;

/**
 * Each exposure's chroma as it would be had the pixel the luminance of the result, weighted by how
 * well the exposure is exposed there.
 *
 * <pre>
 * c_k  = RGB_k - Y_k                                     the chroma of exposure k, Y by BT.601
 * ρ(y) = (y + ε)^1.2 (1 - y + ε)^0.65                    how strong chroma is at luminance y
 * s(h) = √(1.1 - h²),  h_k = (max_k - Y_k) / (1 - Y_k)   what is left below white
 * w_k  = (Y_k + ε)^1.7 (1 - max_k + ε)^1.5               max_k the greatest of R, G, B
 *
 * d    = Σ w_k c_k min(ρ(Y)/ρ(Y_k), 5) / s(h_k) / Σ w_k
 * RGB  = Y + t d √(1.1 / (1 + h²)),  h = max(d) / (1 - Y)
 * </pre>
 *
 * <p>With ε = 0.02, and t ≤ 1 the greatest factor that keeps all three in [0,1]. Cameras compress
 * the channels of one colour differently as exposure grows: chroma rises from black a little faster
 * than luminance, is strongest in the middle and fades towards white; ρ and s describe that course,
 * so that what is weighted hardly depends on the exposure any more. An exposure counts little where
 * it is dark, since noise would be scaled up, and where even one channel is clipped. All weights
 * are positive and all three channels are scaled alike: luminance is that which was asked for, and
 * hue lies between the exposures'.
 *
 * <p>The exponents were fitted to brackets of which the darkest and brightest frame were given and
 * the colours of those between were to be found; docs/log.md. A rule of this project; powers of
 * luminance that keep colours strong are known from tone mapping (Mantiuk et al., "Color correction
 * for tone mapping", Computer Graphics Forum 28(2), 2009).
 */
final class FaithfulColour implements ColourRule.Rows {
  private static final double FLOOR = 0.02;
  private static final double MOST_GAIN = 5;
  private static final double SOFT = 1.1;
  private static final double LEAST_ROOM = 1e-3;

  private static final Curve STRENGTH =
      new Curve(y -> Math.pow(y + FLOOR, 1.2) * Math.pow(1 - y + FLOOR, 0.65));
  private static final Curve FROM_BLACK = new Curve(y -> Math.pow(y + FLOOR, 1.7));
  private static final Curve FROM_WHITE = new Curve(most -> Math.pow(1 - most + FLOOR, 1.5));

  @Override
  public void colour(float[] luminance, List<float[][]> sources, float[][] rgb) {
    double[] chroma = new double[3];
    for (int x = 0; x < luminance.length; x++) {
      fuse(luminance[x], sources, x, chroma);
      double t = fitting(luminance[x], chroma);
      for (int c = 0; c < chroma.length; c++) {
        rgb[c][x] = (float) Math.min(Math.max(luminance[x] + t * chroma[c], 0), 1);
      }
    }
  }

  /** The weighted mean of the exposures' chroma at a luminance. */
  private static void fuse(float luminance, List<float[][]> sources, int x, double[] chroma) {
    double strength = STRENGTH.at(luminance);
    double red = 0;
    double green = 0;
    double blue = 0;
    double weights = 0;
    for (float[][] source : sources) {
      float r = source[0][x];
      float g = source[1][x];
      float b = source[2][x];
      float y = Bt601.luma(r, g, b);
      double most = Math.max(r, Math.max(g, b));
      double filled = Math.min((most - y) / Math.max(1 - y, LEAST_ROOM), 1);
      double weight = FROM_BLACK.at(y) * FROM_WHITE.at(most);
      double scaled =
          weight
              * Math.min(strength / STRENGTH.at(y), MOST_GAIN)
              / Math.sqrt(SOFT - filled * filled);
      red += scaled * (r - y);
      green += scaled * (g - y);
      blue += scaled * (b - y);
      weights += weight;
    }
    chroma[0] = red / weights;
    chroma[1] = green / weights;
    chroma[2] = blue / weights;
  }

  /** The factor that leaves a soft margin below white and keeps all samples in [0,1]. */
  private static double fitting(double luminance, double[] chroma) {
    double most = Math.max(chroma[0], Math.max(chroma[1], chroma[2]));
    double least = Math.min(chroma[0], Math.min(chroma[1], chroma[2]));
    double filled = most / Math.max(1 - luminance, LEAST_ROOM);
    double soft = Math.sqrt(SOFT / (1 + filled * filled));
    double below = most > 0 ? (1 - luminance) / most : soft;
    double above = least < 0 ? -luminance / least : soft;
    return Math.min(soft, Math.min(below, above));
  }
}
