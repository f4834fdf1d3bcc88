package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsiftFusionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dsift",
        "dsift:weighting=average",
        "dsift:mode=dynamic",
        "dsift:mode=dynamic:weighting=winner"
      })
  void fuse_tinyBrackets_isFiniteAndWithinRange(String choice) {
    SmallBrackets.assertFiniteWithinRange(FusionMethods.named(choice));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dsift", "dsift:mode=dynamic"})
  void fuse_equalExposures_isThatExposure(String choice) {
    Bracket bracket = SmallBrackets.equal(20, 30, 8);
    assertThat(FusionMethods.named(choice).fuse(bracket)).isEqualTo(bracket.darkest().image());
  }

  /** The weights sum to 1: the result lies between the exposures. */
  @ParameterizedTest
  @ValueSource(strings = {"dsift:weighting=average", "dsift:mode=dynamic"})
  void fuse_twoExposures_liesBetweenThem(String choice) {
    Bracket bracket = SmallBrackets.steps(40, 40);
    Image fused = FusionMethods.named(choice).fuse(bracket);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < fused.pixels(); i++) {
        float dark = bracket.darkest().image().plane(c)[i];
        float bright = bracket.brightest().image().plane(c)[i];
        assertThat(fused.plane(c)[i]).isBetween(dark - 1e-6f, bright + 1e-6f);
      }
    }
  }

  /** Only the second is neither dark nor bright: whatever the contrast, it is the result. */
  @Test
  void fuse_oneWellExposed_isThatOne() {
    Bracket bracket = SmallBrackets.flat(30, 20, 10, 128, 250);
    Image fused = FusionMethods.named("dsift:weighting=average").fuse(bracket);
    assertThat(fused.plane(0)).containsOnly(128 / 255f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dsift", "dsift:weighting=average", "dsift:mode=dynamic"})
  void fuse_8And16Bits_agreeWithinALevel(String choice) {
    Image shallow = FusionMethods.named(choice).fuse(SmallBrackets.scene(96, 120, 8));
    Image deep = FusionMethods.named(choice).fuse(SmallBrackets.scene(96, 120, 16));
    assertThat(SmallBrackets.meanDifference(shallow, deep)).isLessThan(1.0 / 255);
    assertThat(SmallBrackets.greatestDifference(shallow, deep)).isLessThan(5.0 / 255);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dsift", "dsift:weighting=average", "dsift:mode=dynamic"})
  void fuse_anyThreads_hasTheSameBits(String choice) throws Exception {
    SmallBrackets.assertSameBits(choice, SmallBrackets.scene(290, 130, 8));
  }

  /** Where nothing is said of the weighting, it goes with the mode. */
  @ParameterizedTest
  @CsvSource({
    "dsift, dsift:mode=static:weighting=winner",
    "dsift:mode=dynamic, dsift:mode=dynamic:weighting=average"
  })
  void create_defaultWeighting_goesWithTheMode(String choice, String same) {
    Bracket bracket = SmallBrackets.scene(40, 50, 8);
    assertThat(FusionMethods.named(choice).fuse(bracket))
        .isEqualTo(FusionMethods.named(same).fuse(bracket));
  }

  @ParameterizedTest
  @CsvSource({
    "dsift:mode=moving, 'the option mode must be one of [static, dynamic], but is \"moving\"'",
    "dsift:weighting=2, 'the option weighting must be one of [by-mode, winner, average], but is \"2\"'"
  })
  void create_unknownValue_isRefused(String choice, String message) {
    assertThatThrownBy(() -> FusionMethods.named(choice))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
