package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({"0, 4", "0.98, 4", "1, 4", "0.05, 5", "-21.3, 3", "145, 2", "123456, 1", "1e-12, 8"})
  void decimals_ofLargestValue_showFiveDigits(double value, int decimals) {
    assertThat(Numbers.decimals(0, value)).isEqualTo(decimals);
  }

  @Test
  void fixed_half_isRoundedUp() {
    assertThat(Numbers.fixed(0.125, 2)).isEqualTo("0.13");
  }

  @Test
  void fixed_smallNegative_hasNoSign() {
    assertThat(Numbers.fixed(-0.0001, 2)).isEqualTo("0.00");
  }

  @Test
  void fixed_absent_isDash() {
    assertThat(Numbers.fixed(OptionalDouble.empty(), 2)).isEqualTo("–");
  }

  @Test
  void chance_small_isBound() {
    assertThat(Numbers.chance(OptionalDouble.of(0.0004))).isEqualTo("<0.001");
    assertThat(Numbers.chance(OptionalDouble.of(0.001))).isEqualTo("0.001");
    assertThat(Numbers.chance(OptionalDouble.of(0.0316))).isEqualTo("0.032");
  }
}
