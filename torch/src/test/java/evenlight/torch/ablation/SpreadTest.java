package evenlight.torch.ablation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void of_threeValues_hasMeanAndSampleDeviation() {
    Spread spread = Spread.of(List.of(2.0, 4.0, 9.0));
    assertThat(spread.mean()).hasValue(5);
    assertThat(spread.deviation().orElseThrow()).isCloseTo(Math.sqrt(13), within(1e-12));
    assertThat(spread.text(2)).isEqualTo("5.00 ± 3.61");
  }

  @Test
  void of_oneValue_hasNoDeviation() {
    Spread spread = Spread.of(List.of(0.25));
    assertThat(spread.deviation()).isEmpty();
    assertThat(spread.text(1)).isEqualTo("0.3");
  }

  @Test
  void of_noValue_isNone() {
    assertThat(Spread.of(List.of()).text(3)).isEqualTo("–");
  }
}
