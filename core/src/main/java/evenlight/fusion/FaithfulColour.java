package evenlight.fusion;

import evenlight.image.Bt601;
import java.util.Arrays;
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
 *
 * <p>Each step goes over a whole row, with nothing but roots and the four basic operations, so that
 * Java computes eight or sixteen pixels at a time.
 */
final class FaithfulColour implements ColourRule.Rows {
  private static final float FLOOR = 0.02f;
  private static final float MOST_GAIN = 5;
  private static final float SOFT = 1.1f;
  private static final float LEAST_ROOM = 1e-3f;

  /** Keeps quotients of chroma finite. */
  private static final float LEAST_CHROMA = 1e-20f;

  private final float[] wanted;
  private final float[] y;
  private final float[] most;
  private final float[] strength;
  private final float[] weight;
  private final float[] weights;

  /** The rule for rows of so many pixels. */
  FaithfulColour(int width) {
    wanted = new float[width];
    y = new float[width];
    most = new float[width];
    strength = new float[width];
    weight = new float[width];
    weights = new float[width];
  }

  @Override
  public void colour(float[] luminance, List<float[][]> sources, float[][] rgb) {
    fromBlack(luminance, wanted, weight);
    fromWhite(luminance, wanted);
    Arrays.fill(weights, 0);
    for (float[] plane : rgb) {
      Arrays.fill(plane, 0);
    }
    for (float[][] source : sources) {
      luma(source[0], source[1], source[2], y);
      greatest(source[0], source[1], source[2], most);
      fromBlack(y, strength, weight);
      fromWhite(y, strength);
      weigh(most, weight, weights);
      scale(y, most, wanted, weight, strength);
      for (int c = 0; c < rgb.length; c++) {
        add(source[c], y, strength, rgb[c]);
      }
    }
    for (float[] plane : rgb) {
      divide(plane, weights);
    }
    greatest(rgb[0], rgb[1], rgb[2], most);
    least(rgb[0], rgb[1], rgb[2], y);
    fit(luminance, most, y, strength);
    for (float[] plane : rgb) {
      finish(luminance, strength, plane);
    }
  }

  private static void luma(float[] red, float[] green, float[] blue, float[] y) {
    for (int x = 0; x < y.length; x++) {
      y[x] = Bt601.luma(red[x], green[x], blue[x]);
    }
  }

  private static void greatest(float[] red, float[] green, float[] blue, float[] most) {
    for (int x = 0; x < most.length; x++) {
      most[x] = Math.max(red[x], Math.max(green[x], blue[x]));
    }
  }

  private static void least(float[] red, float[] green, float[] blue, float[] least) {
    for (int x = 0; x < least.length; x++) {
      least[x] = Math.min(red[x], Math.min(green[x], blue[x]));
    }
  }

  /**
   * The factor of ρ that vanishes at black, and the weight of what is not black.
   *
   * @param strength takes (y + ε)^1.2
   * @param weight takes (y + ε)^1.7
   */
  private static void fromBlack(float[] y, float[] strength, float[] weight) {
    for (int x = 0; x < y.length; x++) {
      float t = y[x] + FLOOR;
      float root = root(t);
      float power = t * Powers.fourFifths(root(root));
      strength[x] = power;
      weight[x] = power * root;
    }
  }

  /** Multiplies with the factor of ρ that vanishes at white, (1 - y + ε)^0.65. */
  private static void fromWhite(float[] y, float[] strength) {
    for (int x = 0; x < y.length; x++) {
      float root = root(1 - y[x] + FLOOR);
      strength[x] *= root * Powers.threeFifths(root(root));
    }
  }

  /** Multiplies weights with what is left below white, and adds them to the sum. */
  private static void weigh(float[] most, float[] weight, float[] weights) {
    for (int x = 0; x < most.length; x++) {
      float room = 1 - most[x] + FLOOR;
      weight[x] *= room * root(room);
      weights[x] += weight[x];
    }
  }

  /** Makes of ρ(Y_k) the weighted factor of chroma. */
  private static void scale(
      float[] y, float[] most, float[] wanted, float[] weight, float[] strength) {
    for (int x = 0; x < y.length; x++) {
      float filled = Math.min((most[x] - y[x]) / Math.max(1 - y[x], LEAST_ROOM), 1);
      float gain = Math.min(wanted[x] / strength[x], MOST_GAIN);
      strength[x] = weight[x] * gain / root(SOFT - filled * filled);
    }
  }

  private static void add(float[] samples, float[] y, float[] factor, float[] chroma) {
    for (int x = 0; x < y.length; x++) {
      chroma[x] += factor[x] * (samples[x] - y[x]);
    }
  }

  private static void divide(float[] sums, float[] weights) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] /= weights[x];
    }
  }

  /** The factor that leaves a soft margin below white and keeps all samples in [0,1]. */
  private static void fit(float[] luminance, float[] most, float[] least, float[] factor) {
    for (int x = 0; x < luminance.length; x++) {
      float room = 1 - luminance[x];
      float filled = most[x] / Math.max(room, LEAST_ROOM);
      float soft = root(SOFT / (1 + filled * filled));
      float below = room / Math.max(most[x], LEAST_CHROMA);
      float above = luminance[x] / Math.max(-least[x], LEAST_CHROMA);
      factor[x] = Math.min(soft, Math.min(below, above));
    }
  }

  private static void finish(float[] luminance, float[] factor, float[] plane) {
    for (int x = 0; x < luminance.length; x++) {
      float sample = luminance[x] + factor[x] * plane[x];
      plane[x] = Math.min(Math.max(sample, 0), 1);
    }
  }

  private static float root(float x) {
    return (float) Math.sqrt(x);
  }
}
