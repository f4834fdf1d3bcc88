package evenlight.image.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogAxisTest {
  @Test
  void over_fewDecades_marksOneTwoAndFive() {
    assertThat(ticks(0.03, 0.4)).containsExactly("0.02", "0.05", "0.1", "0.2", "0.5");
    assertThat(ticks(0.1, 10)).containsExactly("0.1", "0.2", "0.5", "1", "2", "5", "10");
  }

  @Test
  void over_manyDecades_marksPowersOfTen() {
    assertThat(ticks(0.0004, 3)).containsExactly("0.0001", "0.001", "0.01", "0.1", "1", "10");
  }

  @Test
  void over_oneValue_hasTwoTicksAroundIt() {
    assertThat(ticks(1, 1)).containsExactly("1", "2");
    assertThat(ticks(0.7, 0.7)).containsExactly("0.5", "1");
  }

  @Test
  void over_zero_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogAxis.over(0, 1))
        .withMessageContaining("positive");
  }

  @Test
  void share_geometricMean_isInTheMiddle() {
    LogAxis axis = LogAxis.over(0.01, 1);
    assertThat(axis.share(0.01)).isZero();
    assertThat(axis.share(0.1)).isCloseTo(0.5, within(1e-12));
    assertThat(axis.share(1)).isEqualTo(1);
  }

  private static List<String> ticks(double least, double most) {
    return LogAxis.over(least, most).ticks().stream().map(BigDecimal::toPlainString).toList();
  }
}
