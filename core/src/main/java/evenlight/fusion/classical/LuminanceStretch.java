package evenlight.fusion.classical;

import evenlight.filter.Strips;
import evenlight.image.StudioYcbcr;
import java.util.Arrays;

/**
 * Brings a luminance that is known up to a constant into studio range, by a power that turns its
 * range of L levels into one of 219.
 *
 * <pre>
 * J = 219 ((I - min I) / L)^γ + 16,   L = max I - min I,   γ = ln 219 / ln L
 * </pre>
 *
 * @param least min I
 * @param range L
 */
record LuminanceStretch(double least, double range) {
  /** The stretch for a plane of so many columns. */
  static LuminanceStretch of(double[] luminance, int width, Strips strips) {
    int height = luminance.length / width;
    double[] least = new double[height];
    double[] greatest = new double[height];
    strips.run(
        height,
        () ->
            (from, to) -> {
              for (int y = from; y < to; y++) {
                least[y] = Double.POSITIVE_INFINITY;
                greatest[y] = Double.NEGATIVE_INFINITY;
                for (int i = y * width; i < (y + 1) * width; i++) {
                  least[y] = Math.min(least[y], luminance[i]);
                  greatest[y] = Math.max(greatest[y], luminance[i]);
                }
              }
            });
    double min = Arrays.stream(least).min().orElseThrow();
    double max = Arrays.stream(greatest).max().orElseThrow();
    return new LuminanceStretch(min, max - min);
  }

  /** Whether there is too little to stretch: at one level the power is infinite. */
  boolean isFlat() {
    return range <= 1;
  }

  /** Replaces a luminance by (J - 16) / 219, from 0 to 1. */
  void apply(double[] luminance, int width, StudioYcbcr colours, Strips strips) {
    double power = Math.log(StudioYcbcr.RANGE) / Math.log(range);
    strips.run(
        luminance.length / width,
        () ->
            (from, to) -> {
              for (int i = from * width; i < to * width; i++) {
                double stretched = Math.pow((luminance[i] - least) / range, power);
                double level = colours.limited(StudioYcbcr.RANGE * stretched + StudioYcbcr.BLACK);
                luminance[i] = (level - StudioYcbcr.BLACK) / StudioYcbcr.RANGE;
              }
            });
  }
}
