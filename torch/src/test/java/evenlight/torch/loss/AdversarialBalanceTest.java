package evenlight.torch.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdversarialBalanceTest {
  private static final AdversarialBalance BALANCE = AdversarialBalance.mefGan();

  @ParameterizedTest
  @CsvSource({
    // batch, steps taken, verdict on true and on fused pictures, whether each learns again
    "1, 0, 0.5, 0.5, true, true",
    "1, 1, 0.1, 0.9, false, false",
    "3, 0, 0.5, 0.5, true, true",
    "3, 1, 0.5, 0.5, false, false",
    "3, 1, 0.5, 0.7, true, false",
    "3, 1, 0.3, 0.5, true, false",
    "3, 3, 0.3, 0.5, true, false",
    "3, 4, 0.3, 0.5, false, false",
    "3, 1, 0.7, 0.5, false, true",
    "3, 7, 0.5, 0.3, false, true",
    "3, 8, 0.5, 0.3, false, false",
    "6, 2, 0.3, 0.3, true, true"
  })
  void learns_byVerdicts_whoeverLoses(
      long batch, int taken, double ofTruth, double ofFused, boolean first, boolean second) {
    assertThat(BALANCE.discriminatorLearns(batch, taken, ofTruth, ofFused)).isEqualTo(first);
    assertThat(BALANCE.generatorLearns(batch, taken, ofTruth, ofFused)).isEqualTo(second);
  }

  @Test
  void balance_verdictsTheOtherWayRound_isRefused() {
    assertThatThrownBy(() -> new AdversarialBalance(3, 4, 8, 0.4, 0.6))
        .hasMessage("verdicts must be 0 <= unsure <= sure <= 1, but are 0.6 and 0.4");
  }
}
