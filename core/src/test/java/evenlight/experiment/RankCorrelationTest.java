package evenlight.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
  private static List<OptionalDouble> values(double... values) {
    return DoubleStream.of(values).mapToObj(OptionalDouble::of).toList();
  }

  @Test
  void of_sameOrder_isOneWhateverTheDistances() {
    assertThat(RankCorrelation.of(values(1, 2, 3, 100), values(0.1, 0.2, 7, 8))).hasValue(1);
  }

  @Test
  void of_ties_shareTheMeanRank() {
    // ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 / sqrt(4.5 * 5)
    OptionalDouble found = RankCorrelation.of(values(1, 2, 2, 3), values(1, 2, 3, 4));
    assertThat(found.orElseThrow()).isCloseTo(4.5 / Math.sqrt(22.5), within(1e-12));
  }

  @Test
  void of_missingValues_leavesTheirPairsOut() {
    List<OptionalDouble> first =
        List.of(
            OptionalDouble.of(1),
            OptionalDouble.empty(),
            OptionalDouble.of(2),
            OptionalDouble.of(3));
    assertThat(RankCorrelation.of(first, values(3, 9, 2, 1))).hasValue(-1);
  }

  @Test
  void of_fewOrEqualValues_isUndefined() {
    assertThat(RankCorrelation.of(values(1, 2), values(1, 2))).isEmpty();
    assertThat(RankCorrelation.of(values(1, 1, 1), values(1, 2, 3))).isEmpty();
  }
}
