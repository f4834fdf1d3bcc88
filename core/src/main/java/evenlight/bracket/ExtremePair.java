package evenlight.bracket;

import java.util.List;

/**
 * The pair of a longer bracket that stands for its under- and its over-exposed picture.
 *
 * <p>Under is the darkest exposure whose mean luminance is at least 10/255, over the brightest one
 * whose mean luminance is at most 245/255: an exposure beyond that is all but black or white and
 * has nothing to give. Where this leaves no two exposures, the darkest and the brightest stand in.
 *
 * <p>The rule is our reading. Papers that fuse pairs from longer brackets mostly do not say how
 * they were chosen.
 */
public final class ExtremePair {
  private static final float LEAST_MEAN = 10 / 255f;
  private static final float GREATEST_MEAN = 245 / 255f;

  private ExtremePair() {}

  /** The pair, darker exposure first, under the names that the exposures have. */
  public static Bracket of(Bracket bracket) {
    List<Exposure> exposures = bracket.exposures();
    double[] means = exposures.stream().mapToDouble(Exposure::meanLuminance).toArray();
    int under = 0;
    while (under < means.length && means[under] < LEAST_MEAN) {
      under++;
    }
    int over = means.length - 1;
    while (over >= 0 && means[over] > GREATEST_MEAN) {
      over--;
    }
    return under < over
        ? Bracket.of(List.of(exposures.get(under), exposures.get(over)))
        : Bracket.of(List.of(bracket.darkest(), bracket.brightest()));
  }
}
