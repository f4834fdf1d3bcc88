package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReducedRangeTest {
  private static final List<ReducedRange> CURVES = ReducedRange.all();

  @Test
  void apply_withinTheRange_keepsSamples() {
    double[] row = {0.71, 0.85, 0.99};
    double[] slope = {1, 1, 1};
    CURVES.get(0).apply(row, slope);
    assertThat(row).containsExactly(0.71, 0.85, 0.99);
    assertThat(slope).containsExactly(1, 1, 1);
  }

  @Test
  void apply_beyondTheRange_pressesTowardsItsEnd() {
    double[] row = {0};
    double[] slope = {1};
    CURVES.get(0).apply(row, slope);
    assertThat(row[0]).isCloseTo(0.85 - (0.15 + 0.125 - 0.125 * 0.125 / 0.825), within(1e-12));
    assertThat(slope[0]).isCloseTo(Math.pow(0.125 / 0.825, 2), within(1e-12));
  }

  @Test
  void all_ranges_coverEverySample() {
    for (int level = 0; level <= 1000; level++) {
      double t = level / 1000.0;
      assertThat(CURVES)
          .anyMatch(
              curve -> {
                double[] slope = {1};
                curve.apply(new double[] {t}, slope);
                return slope[0] > 0.99;
              });
    }
  }
}
