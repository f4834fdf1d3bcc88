package evenlight.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommonAreaTest {
  private static Area of(Transform... toReference) {
    return CommonArea.of(100, 200, List.of(toReference));
  }

  @Test
  void of_nothingMoved_isAll() {
    assertThat(of(Transform.IDENTITY, Transform.IDENTITY)).isEqualTo(Area.whole(100, 200));
  }

  @Test
  void of_shifts_isWhatIsLeft() {
    assertThat(of(Transform.IDENTITY, Transform.translation(10.2, 0), Transform.translation(-3, 7)))
        .isEqualTo(new Area(11, 7, 186, 93));
  }

  @Test
  void of_turnedFrame_liesWithinItAndWastesLittle() {
    double c = Math.cos(0.05);
    double s = Math.sin(0.05);
    Transform turn = new Transform(c, -s, 3, s, c, -5, 1e-5, -2e-5);

    Area area = of(turn);

    Transform back = turn.inverse();
    for (int corner = 0; corner < 4; corner++) {
      double x = area.x() + corner % 2 * (area.width() - 1.0);
      double y = area.y() + (corner >> 1) * (area.height() - 1.0);
      assertThat(back.x(x, y)).isBetween(-0.1, 199.1);
      assertThat(back.y(x, y)).isBetween(-0.1, 99.1);
    }
    assertThat(area.width() * area.height()).isGreaterThan(200 * 100 * 3 / 4);
  }

  @Test
  void of_framesTooFarApart_isRefused() {
    assertThatThrownBy(() -> of(Transform.translation(150, 0), Transform.translation(-150, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("in common");
  }
}
