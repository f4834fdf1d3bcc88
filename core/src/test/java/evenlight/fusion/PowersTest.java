package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class PowersTest {
  @Test
  void fourFifths_wholeRange_isThePower() {
    for (double t = 0.02; t <= 1.02; t += 0.00037) {
      float root = (float) Math.sqrt(Math.sqrt(t));
      assertThat((double) Powers.fourFifths(root))
          .isCloseTo(Math.pow(t, 0.2), withinPercentage(2e-4));
    }
  }

  @Test
  void threeFifths_wholeRange_isThePower() {
    for (double t = 0.02; t <= 1.02; t += 0.00037) {
      float root = (float) Math.sqrt(Math.sqrt(t));
      assertThat((double) Powers.threeFifths(root))
          .isCloseTo(Math.pow(t, 0.15), withinPercentage(2e-4));
    }
  }
}
