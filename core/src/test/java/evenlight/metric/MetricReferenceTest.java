package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every metric against numbers that other programs found; see golden/PROVENANCE.md. */
class MetricReferenceTest {
  private static final String GOLDEN = "/golden/metrics.csv";

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = GOLDEN, numLinesToSkip = 1)
  void score_syntheticCase_isReferenceValue(
      String name, String metric, double value, double tolerance, String source) {
    assertThat(Metrics.named(metric).score(Synthetic.named(name)).value().orElseThrow())
        .as("of %s", source)
        .isCloseTo(value, within(tolerance));
  }

  @Test
  void reference_everyMetric_hasAValue() throws IOException {
    List<String> lines;
    try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(GOLDEN))) {
      lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    for (Metric metric : Metrics.all()) {
      assertThat(lines).anyMatch(line -> line.contains("," + metric.card().id() + ","));
    }
  }
}
