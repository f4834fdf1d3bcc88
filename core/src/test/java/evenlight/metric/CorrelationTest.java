package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import evenlight.metric.Score.Caveat;
import org.junit.jupiter.api.Test;

class CorrelationTest {
  private static final Image8 RAMP = Synthetic.grey(new int[] {10, 20, 30, 40});

  @Test
  void score_linearMap_isOneAndItsMirrorMinusOne() {
    Image8 brighter = Synthetic.grey(new int[] {25, 45, 65, 85});
    Image8 mirrored = Synthetic.grey(new int[] {90, 70, 50, 30});
    Score score = Correlation.GREY.score(Synthetic.of(brighter, mirrored, RAMP));
    assertThat(score.parts().get(0)).isCloseTo(1, within(1e-15));
    assertThat(score.parts().get(1)).isCloseTo(-1, within(1e-15));
    assertThat(score.value().orElseThrow()).isCloseTo(0, within(1e-15));
    assertThat(score.caveats()).isEmpty();
  }

  @Test
  void score_byHand_isCovarianceByDeviations() {
    Image8 other = Synthetic.grey(new int[] {1, 3, 2, 4});
    assertThat(Correlation.GREY.score(Synthetic.of(other, other, RAMP)).value().orElseThrow())
        .isCloseTo(0.8, within(1e-15));
  }

  @Test
  void score_specification_hasThePublishedParts() {
    Score score = Correlation.GREY.score(Synthetic.specification());
    assertThat(score.parts().get(0)).isCloseTo(0.7879624960, within(1e-10));
    assertThat(score.parts().get(1)).isCloseTo(0.6204202683, within(1e-10));
  }

  @Test
  void score_constantSource_countsAsZeroAndIsSaid() {
    Score score = Correlation.GREY.score(Synthetic.of(Synthetic.flat(1, 4, 5), RAMP, RAMP));
    assertThat(score.parts()).containsExactly(0.0, 1.0);
    assertThat(score.value()).hasValue(0.5);
    assertThat(score.caveats())
        .singleElement()
        .satisfies(
            caveat -> {
              assertThat(caveat.kind()).isEqualTo(Caveat.Kind.CONSTANT_SOURCE);
              assertThat(caveat.count()).isEqualTo(1);
            });
  }

  @Test
  void score_constantResult_isZeroAndIsSaid() {
    Score score = Correlation.GREY.score(Synthetic.of(RAMP, RAMP, Synthetic.flat(1, 4, 5)));
    assertThat(score.value()).hasValue(0);
    assertThat(score.caveats())
        .extracting(Caveat::kind)
        .containsExactly(Caveat.Kind.CONSTANT_RESULT);
  }

  @Test
  void score_channels_areAveraged() {
    byte[] up = RAMP.plane(0);
    byte[] down = Synthetic.grey(new int[] {4, 3, 2, 1}).plane(0);
    byte[] flat = new byte[4];
    Image8 source = Image8.of(1, 4, up, down, flat);
    Image8 fused = Image8.of(1, 4, up, up, up);
    Score score = Correlation.RGB.score(Synthetic.of(fused, source, fused));
    assertThat(score.parts().get(0)).isCloseTo(1, within(1e-15));
    assertThat(score.parts().get(1)).isCloseTo(0, within(1e-15));
    assertThat(score.caveats()).singleElement().extracting(Caveat::count).isEqualTo(1);
  }
}
