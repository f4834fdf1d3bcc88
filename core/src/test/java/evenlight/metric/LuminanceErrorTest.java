package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image8;
import org.junit.jupiter.api.Test;

class LuminanceErrorTest {
  private static final Image8 TRUTH = Synthetic.grey(new int[] {10, 20, 30, 40});
  private static final Image8 FUSED = Synthetic.grey(new int[] {14, 20, 28, 30});

  @Test
  void score_byHand_isMeanOfDifferences() {
    Comparison comparison = Synthetic.against(TRUTH, FUSED);
    assertThat(LuminanceError.ABSOLUTE.score(comparison).value()).hasValue(4);
    assertThat(LuminanceError.BIAS.score(comparison).value()).hasValue(-2);
  }

  @Test
  void score_exchanged_biasChangesItsSign() {
    Comparison comparison = Synthetic.against(/* truth= */ FUSED, /* fused= */ TRUTH);
    assertThat(LuminanceError.ABSOLUTE.score(comparison).value()).hasValue(4);
    assertThat(LuminanceError.BIAS.score(comparison).value()).hasValue(2);
  }
}
