package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Bt601;
import evenlight.image.Image;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FaithfulColourTest {
  private static final float[] WHITE = {1, 1, 1};
  private static final float[] BLACK = {0, 0, 0};

  @Test
  void colour_twoExposures_isTheFormula() {
    float[] fused = colour(0.5f, new float[] {0.4f, 0.2f, 0.3f}, new float[] {0.9f, 0.7f, 0.6f});
    float[] expected = byDefinition(0.5, new double[][] {{0.4, 0.2, 0.3}, {0.9, 0.7, 0.6}});
    assertThat(fused).containsExactly(expected, within(1e-5f));
  }

  /** Equation by equation, with powers instead of tables. */
  private static float[] byDefinition(double luminance, double[][] sources) {
    double[] chroma = new double[3];
    double weights = 0;
    for (double[] rgb : sources) {
      double y = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
      double most = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
      double room = (most - y) / (1 - y);
      double weight = Math.pow(y + 0.02, 1.7) * Math.pow(1.02 - most, 1.5);
      double gain = Math.min(strength(luminance) / strength(y), 5) / Math.sqrt(1.1 - room * room);
      for (int c = 0; c < 3; c++) {
        chroma[c] += weight * gain * (rgb[c] - y);
      }
      weights += weight;
    }
    double most = Math.max(chroma[0], Math.max(chroma[1], chroma[2])) / weights / (1 - luminance);
    float[] fused = new float[3];
    for (int c = 0; c < 3; c++) {
      double scaled = chroma[c] / weights * Math.sqrt(1.1 / (1 + most * most));
      fused[c] = (float) (luminance + scaled);
    }
    return fused;
  }

  private static double strength(double y) {
    return Math.pow(y + 0.02, 1.2) * Math.pow(1.02 - y, 0.65);
  }

  @Test
  void colour_anySources_keepsTheLuminance() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 2000; i++) {
      float luminance = (float) random.nextDouble();
      float[] fused = colour(luminance, pixel(random), pixel(random));
      assertThat(Bt601.luma(fused[0], fused[1], fused[2])).isCloseTo(luminance, within(2e-6f));
    }
  }

  @Test
  void colour_anySources_hasAHueBetweenThem() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 2000; i++) {
      float[] first = pixel(random);
      float[] second = pixel(random);
      double[] a = chroma(first);
      double[] b = chroma(second);
      double[] fused = chroma(colour((float) random.nextDouble(0.1, 0.9), first, second));
      // c = λ a + μ b with λ, μ ≥ 0: on the same side of a as b, and of b as a
      double turn = a[0] * b[1] - a[1] * b[0];
      assertThat(Math.signum(turn) * (a[0] * fused[1] - a[1] * fused[0])).isGreaterThan(-1e-5);
      assertThat(Math.signum(turn) * (fused[0] * b[1] - fused[1] * b[0])).isGreaterThan(-1e-5);
    }
  }

  @Test
  void colour_clippedExposureWhoseLuminanceIsLow_doesNotBleachTheOther() {
    float[] sky = {0.2f, 0.35f, 0.6f};
    float[] clipped = {0.75f, 0.9f, 1};
    float[] fused = colour(0.6f, sky, clipped);
    float[] without = colour(0.6f, sky, sky);
    assertThat(fused[2] - fused[0]).isGreaterThan(0.85f * (without[2] - without[0]));
  }

  @Test
  void colour_redNoiseInTheDark_isNotScaledUpWhereTheOtherIsExposed() {
    float[] fused = colour(0.4f, new float[] {0.03f, 0.004f, 0.004f}, new float[] {.5f, .5f, .5f});
    assertThat(fused[0] - fused[1]).isLessThan(0.02f);
  }

  @Test
  void colour_lampClippedInBoth_staysWhite() {
    assertThat(colour(1, WHITE, WHITE)).containsExactly(WHITE);
    assertThat(colour(0.97f, WHITE, WHITE)).containsExactly(0.97f, 0.97f, 0.97f);
  }

  @Test
  void colour_blackAndWhiteSources_isGrey() {
    assertThat(colour(0.5f, BLACK, WHITE)).containsExactly(0.5f, 0.5f, 0.5f);
  }

  private static float[] colour(float luminance, float[] first, float[] second) {
    Image fused =
        ColourRule.FAITHFUL.colour(
            new float[] {luminance}, List.of(image(first), image(second)), 1);
    return new float[] {fused.at(0, 0, 0), fused.at(1, 0, 0), fused.at(2, 0, 0)};
  }

  private static Image image(float[] rgb) {
    return Image.of(1, 1, new float[] {rgb[0]}, new float[] {rgb[1]}, new float[] {rgb[2]});
  }

  private static float[] pixel(SplittableRandom random) {
    return new float[] {
      (float) random.nextDouble(), (float) random.nextDouble(), (float) random.nextDouble()
    };
  }

  private static double[] chroma(float[] rgb) {
    float y = Bt601.luma(rgb[0], rgb[1], rgb[2]);
    return new double[] {rgb[2] - y, rgb[0] - y};
  }
}
