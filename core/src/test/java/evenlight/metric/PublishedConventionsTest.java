package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table from which docs/metrics.md takes what others did. */
class PublishedConventionsTest {
  @Test
  void table_everyRow_hasFourCellsAndKnownMetrics() throws IOException {
    String known =
        Stream.concat(Stream.of("mef-ssim"), Metrics.all().stream().map(m -> m.card().id()))
            .collect(Collectors.joining("|"));
    List<String> lines = lines();
    assertThat(lines.get(0)).isEqualTo("work\tmetric\tconvention\tconsequence");
    assertThat(lines).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      assertThat(cells).as(line).hasSize(4).allMatch(cell -> !cell.isBlank());
      assertThat(cells[1].split(", ", -1)).allMatch(metric -> metric.matches(known));
      assertThat(line).as("cells of a Markdown table").doesNotContain("|");
    }
  }

  private List<String> lines() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            Metric.class.getResourceAsStream("/evenlight/metric/published-conventions.tsv"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
