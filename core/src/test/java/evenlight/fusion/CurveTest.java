package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {
  private static final Curve POWER = new Curve(x -> Math.pow(x + 0.02, 1.7));

  @Test
  void at_anyPlace_isTheFunction() {
    for (double x = 0; x <= 1; x += 0.00137) {
      assertThat(POWER.at(x)).isCloseTo(Math.pow(x + 0.02, 1.7), within(1e-7));
    }
  }

  @Test
  void at_ends_isExact() {
    assertThat(POWER.at(0)).isEqualTo(Math.pow(0.02, 1.7));
    assertThat(POWER.at(1)).isEqualTo(Math.pow(1.02, 1.7));
  }

  @Test
  void at_outside_isTheNearerEnd() {
    assertThat(POWER.at(-0.1)).isEqualTo(POWER.at(0));
    assertThat(POWER.at(1.1)).isEqualTo(POWER.at(1));
  }
}
