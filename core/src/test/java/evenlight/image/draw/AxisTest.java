package evenlight.image.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void over_twoEnds_hasRoundTicksAroundThem() {
    assertThat(ticks(0.81, 0.99)).containsExactly("0.80", "0.85", "0.90", "0.95", "1.00");
    assertThat(ticks(-0.2, 0.9)).containsExactly("-0.5", "0.0", "0.5", "1.0");
    assertThat(ticks(0, 5)).containsExactly("0", "1", "2", "3", "4", "5");
    assertThat(ticks(120, 3900)).containsExactly("0", "1000", "2000", "3000", "4000");
  }

  @Test
  void over_oneValue_hasTwoTicksAroundIt() {
    assertThat(ticks(0.5, 0.5)).containsExactly("0.50", "0.52");
  }

  @Test
  void share_ends_areZeroAndOne() {
    Axis axis = Axis.over(0, 5);
    assertThat(List.of(axis.share(0), axis.share(2.5), axis.share(5)))
        .containsExactly(0.0, 0.5, 1.0);
  }

  private static List<String> ticks(double least, double most) {
    return Axis.over(least, most).ticks().stream().map(BigDecimal::toPlainString).toList();
  }
}
