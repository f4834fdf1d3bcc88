package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import org.junit.jupiter.api.Test;

class MutualInformationTest {
  private static final Image8 HALVES = Synthetic.grey(new int[] {0, 0, 9, 9});
  private static final Image8 STRIPES = Synthetic.grey(new int[] {0, 9, 0, 9});

  @Test
  void score_sourceKnownFromResult_isItsEntropy() {
    Score score =
        MutualInformation.BITS.score(
            Synthetic.of(HALVES, STRIPES, Synthetic.grey(new int[] {200, 200, 3, 3})));
    assertThat(score.value().orElseThrow()).isCloseTo(1, within(1e-15));
    assertThat(score.parts()).containsExactly(1.0, 0.0);
  }

  @Test
  void score_naturalLogarithm_isSmallerByItsRatio() {
    Comparison comparison = Synthetic.specification();
    assertThat(MutualInformation.NATS.score(comparison).value().orElseThrow())
        .isCloseTo(
            MutualInformation.BITS.score(comparison).value().orElseThrow() * Math.log(2),
            within(1e-14));
  }

  @Test
  void score_specification_hasThePublishedPartsInNats() {
    assertThat(MutualInformation.NATS.score(Synthetic.specification()).parts())
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
        .containsExactly(2.3264167655, 1.8313986309);
  }

  @Test
  void score_constantPictures_isZeroAndDefined() {
    Image8 flat = Synthetic.flat(1, 4, 77);
    assertThat(MutualInformation.BITS.score(Synthetic.of(flat, STRIPES, HALVES)).parts())
        .containsExactly(0.0, 0.0);
    Score score = MutualInformation.BITS.score(Synthetic.of(HALVES, STRIPES, flat));
    assertThat(score.value()).hasValue(0);
    assertThat(score.caveats()).isEmpty();
  }
}
