package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Bt601;
import evenlight.image.Image;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every rule. */
class ColourRuleTest {
  @ParameterizedTest
  @EnumSource
  void colour_equalExposuresOfThatLuminance_isThatExposure(ColourRule rule) {
    Image picture = noise(1, 20, 31, 0, 1);
    requireClose(rule.colour(Bt601.luma(picture), List.of(picture, picture), 1), picture);
  }

  @ParameterizedTest
  @EnumSource
  void colour_pureColoursAndGreys_comeBack(ColourRule rule) {
    float[] red = {0, 1, 1, 0, 0, 0, 1, 1, 0.5f};
    float[] green = {0, 1, 0, 1, 0, 1, 0, 1, 0.5f};
    float[] blue = {0, 1, 0, 0, 1, 1, 1, 0, 0.5f};
    Image picture = Image.of(3, 3, red, green, blue);
    requireClose(rule.colour(Bt601.luma(picture), List.of(picture, picture), 1), picture);
  }

  @ParameterizedTest
  @EnumSource
  void colour_greyExposures_isTheLuminanceExactly(ColourRule rule) {
    float[] dark = noise(1, 9, 9, 0, 0.3f).plane(0);
    float[] bright = noise(2, 9, 9, 0.5f, 1).plane(0);
    float[] luminance = noise(3, 9, 9, 0, 1).plane(0);
    Image fused =
        rule.colour(
            luminance,
            List.of(Image.of(9, 9, dark, dark, dark), Image.of(9, 9, bright, bright, bright)),
            1);
    for (int c = 0; c < 3; c++) {
      assertThat(fused.plane(c)).isEqualTo(luminance);
    }
  }

  @ParameterizedTest
  @EnumSource
  void colour_anyLuminance_staysInRange(ColourRule rule) {
    Image fused =
        rule.colour(
            noise(3, 40, 50, 0, 1).plane(0),
            List.of(noise(1, 40, 50, 0, 0.4f), noise(2, 40, 50, 0.3f, 1)),
            1);
    for (int c = 0; c < 3; c++) {
      for (float sample : fused.plane(c)) {
        assertThat(sample).isBetween(0f, 1f);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void colour_otherOrderAndNumberOfThreads_hasTheSameBits(ColourRule rule) {
    float[] luminance = noise(3, 150, 20, 0, 1).plane(0);
    Image dark = noise(1, 150, 20, 0, 0.4f);
    Image bright = noise(2, 150, 20, 0.3f, 1);
    Image alone = rule.colour(luminance, List.of(dark, bright), 1);
    assertThat(rule.colour(luminance, List.of(dark, bright), 3)).isEqualTo(alone);
    assertThat(rule.colour(luminance, List.of(bright, dark), 0)).isEqualTo(alone);
  }

  @ParameterizedTest
  @EnumSource
  void colour_eightBitSamples_areThoseOfFloats(ColourRule rule) {
    byte[] plane = {0, 50, (byte) 200, (byte) 255};
    byte[] other = {9, 60, 100, (byte) 255};
    Image bytes = Image.ofBytes(2, 2, plane, other, plane);
    Image floats = Image.of(2, 2, bytes.plane(0), bytes.plane(1), bytes.plane(2));
    float[] luminance = {0.1f, 0.3f, 0.5f, 0.9f};
    assertThat(rule.colour(luminance, List.of(bytes, bytes), 1))
        .isEqualTo(rule.colour(luminance, List.of(floats, floats), 1));
  }

  @ParameterizedTest
  @EnumSource
  void chosen_optionOfAMethod_isTheRuleOfThatName(ColourRule rule) {
    MethodOption option = ColourRule.option(ColourRule.PAPER);
    FusionSettings settings =
        new FusionSettings(Optional.empty(), Device.AUTO, 0, Map.of("colour", rule.id()));
    assertThat(ColourRule.chosen(option, settings)).isEqualTo(rule);
    assertThat(option.choices()).contains(rule.id());
  }

  @Test
  void chosen_nothing_isTheDefaultOfTheMethod() {
    assertThat(ColourRule.chosen(ColourRule.option(ColourRule.PAPER), FusionSettings.defaults()))
        .isEqualTo(ColourRule.PAPER);
  }

  private static void requireClose(Image actual, Image expected) {
    for (int c = 0; c < 3; c++) {
      assertThat(actual.plane(c)).containsExactly(expected.plane(c), within(1e-5f));
    }
  }

  private static Image noise(long seed, int height, int width, float from, float to) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] planes = new float[3][height * width];
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = from + (to - from) * (float) random.nextDouble();
      }
    }
    return Image.of(height, width, planes);
  }
}
