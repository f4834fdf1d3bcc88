package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.metric.SharedComparisons.Row;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics of photographs and published results against values of an independent program. */
@Tag("shared")
class SharedMetricsTest {
  static List<Row> rows() throws IOException {
    return SharedComparisons.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void score_photographs_isReferenceValue(Row row) throws IOException {
    Comparison comparison = row.comparison();
    check(row, "mi_log2", MutualInformation.BITS, comparison);
    check(row, "mi_ln", MutualInformation.NATS, comparison);
    check(row, "cc", Correlation.GREY, comparison);
    check(row, "psnr_rgb_255", Psnr.RGB_255, comparison);
    check(row, "psnr_rgb_256", Psnr.RGB_256, comparison);
    check(row, "psnr_gray_255", Psnr.GREY_255, comparison);
    check(row, "entropy_log2", Entropy.GREY, comparison);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void score_photographs_hasReferenceParts(Row row) throws IOException {
    Comparison comparison = row.comparison();
    List<Double> information = MutualInformation.NATS.score(comparison).parts();
    assertThat(information.get(0)).isCloseTo(row.value("mi_under_ln"), within(1e-6));
    assertThat(information.get(1)).isCloseTo(row.value("mi_over_ln"), within(1e-6));
    List<Double> correlation = Correlation.GREY.score(comparison).parts();
    assertThat(correlation.get(0)).isCloseTo(row.value("cc_under"), within(1e-6));
    assertThat(correlation.get(1)).isCloseTo(row.value("cc_over"), within(1e-6));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void histogram_photographs_hasReferenceMeanAndDeviation(Row row) throws IOException {
    Histogram grey = Histogram.of(row.comparison().fused().grey(), 0);
    assertThat(grey.mean()).isCloseTo(row.value("mean_gray"), within(1e-6));
    assertThat(Math.sqrt(grey.variance())).isCloseTo(row.value("std_gray"), within(1e-6));
  }

  private static void check(Row row, String column, Metric metric, Comparison comparison) {
    assertThat(metric.score(comparison).value().orElseThrow())
        .as(column)
        .isCloseTo(row.value(column), within(1e-6));
  }
}
