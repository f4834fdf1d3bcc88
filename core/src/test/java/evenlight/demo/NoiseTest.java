package evenlight.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final Noise NOISE = new Noise(5);

  @Test
  void normal_manyCells_hasMeanZeroAndVarianceOne() {
    double mean = IntStream.range(0, 40_000).mapToDouble(i -> NOISE.normal(i, 3)).sum() / 40_000;
    double square =
        IntStream.range(0, 40_000).mapToDouble(i -> NOISE.normal(i, 3) * NOISE.normal(i, 3)).sum()
            / 40_000;
    assertThat(mean).isCloseTo(0, within(0.02));
    assertThat(square).isCloseTo(1, within(0.03));
  }

  @Test
  void uniform_manyCells_fillsTheUnitInterval() {
    DoubleSummaryStatistics values =
        IntStream.range(0, 10_000)
            .mapToDouble(i -> NOISE.uniform(i % 100, i / 100))
            .summaryStatistics();
    assertThat(values.getMin()).isBetween(0.0, 0.001);
    assertThat(values.getMax()).isBetween(0.999, 1.0);
    assertThat(values.getAverage()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void value_wholeCoordinates_isTheNumberOfTheCell() {
    assertThat(NOISE.value(-3, 8)).isEqualTo(NOISE.uniform(-3, 8));
  }

  @Test
  void value_acrossACellBorder_isContinuous() {
    assertThat(NOISE.value(2 - 1e-9, 0.3)).isCloseTo(NOISE.value(2 + 1e-9, 0.3), within(1e-6));
  }

  @Test
  void fractal_anyOctaves_staysInTheUnitInterval() {
    for (int i = 0; i < 2000; i++) {
      assertThat(NOISE.fractal(i * 0.37, i * -0.21, 1 + i % 6)).isBetween(0.0, 1.0);
    }
  }
}
