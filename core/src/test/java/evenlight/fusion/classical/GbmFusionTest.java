package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GbmFusionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"gbm", "gbm:solver=dct", "gbm:clahe=opencv", "gbm:solver=dct:clahe=opencv"})
  void fuse_tinyBrackets_isFiniteAndWithinRange(String choice) {
    SmallBrackets.assertFiniteWithinRange(FusionMethods.named(choice));
  }

  @ParameterizedTest
  @CsvSource({"8, gbm", "16, gbm:solver=dct"})
  void fuse_equalExposures_isThatExposure(int bitDepth, String choice) {
    Bracket bracket = SmallBrackets.equal(20, 30, bitDepth);
    assertThat(FusionMethods.named(choice).fuse(bracket)).isEqualTo(bracket.darkest().image());
  }

  /** No gradient anywhere: the mean luminance stays. 16 + 219·0.4 is level 104, grey 102 again. */
  @ParameterizedTest
  @ValueSource(strings = {"gbm", "gbm:solver=dct"})
  void fuse_flatExposures_isTheirMean(String choice) {
    Image fused = FusionMethods.named(choice).fuse(SmallBrackets.flat(9, 12, 51, 153));
    for (int c = 0; c < 3; c++) {
      for (float sample : fused.plane(c)) {
        assertThat(sample).isCloseTo(102 / 255f, within(1.01f / 255));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gbm", "gbm:solver=dct", "gbm:clahe=opencv"})
  void fuse_8And16Bits_agreeWithinAFewLevels(String choice) {
    Image shallow = FusionMethods.named(choice).fuse(SmallBrackets.scene(384, 480, 8));
    Image deep = FusionMethods.named(choice).fuse(SmallBrackets.scene(384, 480, 16));
    assertThat(SmallBrackets.meanDifference(shallow, deep)).isLessThan(1.5 / 255);
    assertThat(SmallBrackets.greatestDifference(shallow, deep)).isLessThan(10.0 / 255);
    assertThat(SmallBrackets.levels(deep)).isGreaterThan(4 * SmallBrackets.levels(shallow));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gbm", "gbm:solver=dct", "gbm:clahe=opencv"})
  void fuse_anyThreads_hasTheSameBits(String choice) throws Exception {
    SmallBrackets.assertSameBits(choice, SmallBrackets.scene(200, 130, 8));
  }

  @Test
  void fuse_threeExposures_takesTheSteepestOfAll() {
    Bracket three = SmallBrackets.steps(0, 40, 0);
    Image fused = FusionMethods.named("gbm").fuse(three);
    assertThat(fused.at(1, 8, 4)).isLessThan(fused.at(1, 8, 24));
  }

  @ParameterizedTest
  @CsvSource({
    "gbm:solver=fft, 'the option solver must be one of [haar, dct], but is \"fft\"'",
    "gbm:clahe=none, 'the option clahe must be one of [matlab, opencv], but is \"none\"'"
  })
  void create_unknownValue_isRefused(String choice, String message) {
    assertThatThrownBy(() -> FusionMethods.named(choice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
