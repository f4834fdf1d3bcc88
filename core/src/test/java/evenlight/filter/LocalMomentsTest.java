package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LocalMomentsTest {
  private static final Plane X = Plane.of(3, 4, new double[] {1, 2, 3, 4, 2, 4, 6, 8, 0, 0, 9, 9});
  private static final Plane Y = Plane.of(3, 4, new double[] {5, 5, 5, 5, 1, 0, 1, 0, 7, 7, 7, 8});

  @Test
  void of_windowOfOne_hasTheSamplesAndNoVariance() {
    LocalMoments moments = LocalMoments.of(SeparableWindow.ones(1), X, Y, 1);
    assertThat(moments.places()).isEqualTo(4);
    assertThat(moments.meanX(2)).isEqualTo(6);
    assertThat(moments.meanY(2)).isEqualTo(1);
    assertThat(moments.varianceX(2)).isZero();
    assertThat(moments.covariance(2)).isZero();
  }

  @Test
  void of_wideGaussian_isNearlyUniform() {
    LocalMoments moments = LocalMoments.of(SeparableWindow.gaussian(2, 1e6), X, Y, 0);
    // Columns 1 and 2 of rows 0 and 1: x = 2, 3, 4, 6 and y = 5, 5, 0, 1.
    assertThat(moments.meanX(1)).isCloseTo(3.75, within(1e-12));
    assertThat(moments.meanY(1)).isCloseTo(2.75, within(1e-12));
    assertThat(moments.varianceX(1)).isCloseTo(65 / 4.0 - 3.75 * 3.75, within(1e-12));
    assertThat(moments.varianceY(1)).isCloseTo(51 / 4.0 - 2.75 * 2.75, within(1e-12));
    assertThat(moments.covariance(1)).isCloseTo(31 / 4.0 - 3.75 * 2.75, within(1e-12));
  }

  @Test
  void everySecond_oddSize_keepsTheFirstOfEachPair() {
    Plane half = SeparableWindow.ones(1).everySecond(X);
    assertThat(half.height()).isEqualTo(2);
    assertThat(half.width()).isEqualTo(2);
    assertThat(half.samples()).containsExactly(1, 3, 0, 9);
  }

  @Test
  void everySecond_window_isSummedFirst() {
    Plane half = SeparableWindow.ones(2).everySecond(X);
    assertThat(half.height()).isEqualTo(1);
    assertThat(half.samples()).containsExactly(1 + 2 + 2 + 4, 3 + 4 + 6 + 8);
  }
}
