package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import evenlight.metric.Score.Caveat;
import org.junit.jupiter.api.Test;

/** What is said of the fused image alone. */
class FusedImageMetricsTest {
  private static final Image8 FOUR = Synthetic.grey(new int[] {0, 3}, new int[] {4, 7});

  @Test
  void entropy_fourLevels_isTwoBits() {
    assertThat(value(Entropy.GREY, FOUR)).isCloseTo(2, within(1e-15));
  }

  @Test
  void entropy_oneLevel_isZero() {
    assertThat(value(Entropy.GREY, Synthetic.flat(3, 5, 77))).isZero();
  }

  @Test
  void entropy_allLevels_isEightBits() {
    assertThat(value(Entropy.GREY, Synthetic.grey(16, 16, (y, x) -> 16 * y + x)))
        .isCloseTo(8, within(1e-13));
  }

  @Test
  void spatialFrequency_byHand_isRootOfSquaresByPixels() {
    // Across 3² + 3², down 4² + 4², four pixels.
    assertThat(value(SpatialFrequency.GREY, FOUR)).isCloseTo(Math.sqrt(50 / 4.0), within(1e-15));
  }

  @Test
  void spatialFrequency_singlePixel_isZero() {
    assertThat(value(SpatialFrequency.GREY, Synthetic.flat(1, 1, 200))).isZero();
  }

  @Test
  void averageGradient_twoByTwo_isSumOverOneInterval() {
    // Every pixel has slopes 3 and 4; four of them are divided by (2-1)(2-1).
    assertThat(value(AverageGradient.GREY, FOUR)).isCloseTo(4 * Math.sqrt(25 / 2.0), within(1e-14));
  }

  @Test
  void averageGradient_ramp_isItsSlope() {
    Image8 ramp = Synthetic.grey(21, 11, (y, x) -> 6 * x);
    assertThat(value(AverageGradient.GREY, ramp))
        .isCloseTo(6 / Math.sqrt(2) * (21 * 11) / (20 * 10), within(1e-12));
  }

  @Test
  void averageGradient_singleRow_isUndefined() {
    Score score = AverageGradient.GREY.score(Synthetic.same(Synthetic.flat(1, 9, 1)));
    assertThat(score.value()).isEmpty();
    assertThat(score.caveats().get(0).kind()).isEqualTo(Caveat.Kind.UNDEFINED);
  }

  private static double value(Metric metric, Image8 fused) {
    return metric.score(Synthetic.same(fused)).value().orElseThrow();
  }
}
