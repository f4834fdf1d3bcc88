package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import org.junit.jupiter.api.Test;

class HistogramTest {
  private static final Image8 PICTURE = Synthetic.grey(new int[] {0, 255, 255, 10});

  @Test
  void histogram_byHand_hasMeanAndPopulationVariance() {
    Histogram histogram = Histogram.of(PICTURE, 0);
    assertThat(histogram.mean()).isEqualTo(130);
    assertThat(histogram.variance())
        .isCloseTo((130 * 130 + 2 * 125 * 125 + 120 * 120) / 4.0, within(1e-10));
    assertThat(histogram.isConstant()).isFalse();
  }

  @Test
  void histogram_constant_isKnownAsSuch() {
    Histogram histogram = Histogram.of(Synthetic.flat(2, 2, 255), 0);
    assertThat(histogram.isConstant()).isTrue();
    assertThat(histogram.entropy()).isZero();
    assertThat(histogram.variance()).isZero();
  }

  @Test
  void joint_marginals_areThoseOfThePictures() {
    Image8 other = Synthetic.grey(new int[] {1, 2, 3, 4});
    JointHistogram joint = JointHistogram.of(PICTURE, other, 0);
    assertThat(joint.first().mean()).isEqualTo(130);
    assertThat(joint.second().mean()).isEqualTo(2.5);
    assertThat(joint.mean((a, b) -> a * b)).isEqualTo((2 * 255 + 3 * 255 + 40) / 4.0);
  }
}
