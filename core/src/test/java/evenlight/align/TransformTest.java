package evenlight.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TransformTest {
  private static final Transform ONE = new Transform(1.02, 0.03, 5, -0.04, 0.97, -3, 1e-4, -2e-4);
  private static final Transform OTHER = new Transform(0.9, -0.2, 11, 0.2, 0.95, 7, -3e-5, 4e-5);

  @Test
  void xAndY_ofAPlace_areByTheMatrix() {
    double w = 1e-4 * 10 - 2e-4 * 20 + 1;

    assertThat(ONE.x(10, 20)).isCloseTo((10.2 + 0.6 + 5) / w, within(1e-12));
    assertThat(ONE.y(10, 20)).isCloseTo((-0.4 + 19.4 - 3) / w, within(1e-12));
  }

  @Test
  void after_another_doesOneAfterTheOther() {
    Transform both = ONE.after(OTHER);
    double x = OTHER.x(31, 17);
    double y = OTHER.y(31, 17);

    assertThat(both.x(31, 17)).isCloseTo(ONE.x(x, y), within(1e-9));
    assertThat(both.y(31, 17)).isCloseTo(ONE.y(x, y), within(1e-9));
  }

  @Test
  void inverse_afterTheTransform_movesNothing() {
    assertThat(ONE.inverse().after(ONE).distanceFrom(Transform.IDENTITY, 300, 400))
        .isLessThan(1e-9);
    assertThat(ONE.after(ONE.inverse()).distanceFrom(Transform.IDENTITY, 300, 400))
        .isLessThan(1e-9);
  }

  @Test
  void largestMotion_ofAShift_isItsLength() {
    assertThat(Transform.translation(3, -4).largestMotion(10, 20)).isEqualTo(5);
  }

  @Test
  void keepsInFront_horizonThroughThePicture_doesNot() {
    assertThat(ONE.keepsInFront(300, 400)).isTrue();
    assertThat(new Transform(1, 0, 0, 0, 1, 0, -0.01, 0).keepsInFront(300, 400)).isFalse();
  }

  @Test
  void of_matrixOfAnyScale_isTheSame() {
    List<Double> twice = ONE.matrix().stream().map(entry -> 2 * entry).toList();

    assertThat(Transform.of(twice)).isEqualTo(ONE);
  }

  @Test
  void of_whatCannotBeUndone_isRefused() {
    assertThatThrownBy(() -> Transform.of(List.of(1.0, 2.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9 numbers");
    assertThatThrownBy(() -> Transform.of(List.of(1.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("determinant");
    assertThatThrownBy(() -> Transform.translation(Double.NaN, 0).after(ONE).inverse())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
