package evenlight.bench;

import evenlight.fusion.ColourRule;
import evenlight.image.Bt601;
import evenlight.image.Image;
import java.util.ArrayList;
import java.util.List;

/**
 * A way to colour fused luminance that takes part in {@link ColourStudy}.
 *
 * @param name in the table
 * @param rule how it colours
 */
record ColourCandidate(String name, Rule rule) {
  private static final float LEAST = 0.02f;

  /** Colours luminance from two exposures, the darker first. */
  interface Rule {
    Image colour(float[] luminance, List<Image> sources);
  }

  /** Chroma of one pixel, Cb or Cr less grey, from both exposures. */
  private interface Mix {
    float chroma(float luminance, float dark, float bright, float ofDark, float ofBright);
  }

  /** The rules that methods offer, and simpler ones to compare with. */
  static List<ColourCandidate> all() {
    List<ColourCandidate> all = new ArrayList<>();
    for (ColourRule rule : ColourRule.values()) {
      all.add(new ColourCandidate(rule.id(), (y, sources) -> rule.colour(y, sources, 0)));
    }
    all.add(mixed("no colour", (y, dark, bright, c1, c2) -> 0));
    all.add(mixed("mean chroma", (y, dark, bright, c1, c2) -> (c1 + c2) / 2));
    all.add(mixed("dark exposure, scaled", (y, dark, bright, c1, c2) -> scaled(y, dark, c1)));
    all.add(mixed("bright exposure, scaled", (y, dark, bright, c1, c2) -> scaled(y, bright, c2)));
    all.add(
        mixed(
            "between both by luminance",
            (y, dark, bright, c1, c2) -> between(y, dark, bright, c1, c2)));
    all.add(
        mixed(
            "between both by luminance, scaled",
            (y, dark, bright, c1, c2) ->
                between(y, dark, bright, scaled(y, dark, c1), scaled(y, bright, c2))));
    return all;
  }

  private static float scaled(float luminance, float ofSource, float chroma) {
    return chroma * luminance / Math.max(ofSource, LEAST);
  }

  private static float between(float y, float dark, float bright, float c1, float c2) {
    float t = Math.min(Math.max((y - dark) / Math.max(bright - dark, LEAST), 0), 1);
    return c1 + t * (c2 - c1);
  }

  private static ColourCandidate mixed(String name, Mix mix) {
    return new ColourCandidate(name, (luminance, sources) -> mixed(luminance, sources, mix));
  }

  private static Image mixed(float[] luminance, List<Image> sources, Mix mix) {
    Image dark = Bt601.toYcbcr(sources.get(0));
    Image bright = Bt601.toYcbcr(sources.get(1));
    float[][] planes = {luminance, new float[luminance.length], new float[luminance.length]};
    for (int c = 1; c < planes.length; c++) {
      float[] ofDark = dark.plane(c);
      float[] ofBright = bright.plane(c);
      for (int i = 0; i < luminance.length; i++) {
        planes[c][i] =
            Bt601.NEUTRAL
                + mix.chroma(
                    luminance[i],
                    dark.plane(0)[i],
                    bright.plane(0)[i],
                    ofDark[i] - Bt601.NEUTRAL,
                    ofBright[i] - Bt601.NEUTRAL);
      }
    }
    return Bt601.toRgb(Image.of(dark.height(), dark.width(), planes));
  }
}
