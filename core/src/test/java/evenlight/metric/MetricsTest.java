package evenlight.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.metric.MetricCard.Against;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @Test
  void all_ids_areUnique() {
    assertThat(Metrics.all()).extracting(metric -> metric.card().id()).doesNotHaveDuplicates();
  }

  @Test
  void all_names_areUniqueSoThatTablesCanUseThem() {
    assertThat(Metrics.all()).extracting(metric -> metric.card().name()).doesNotHaveDuplicates();
  }

  @Test
  void named_everyId_isThatMetric() {
    for (Metric metric : Metrics.all()) {
      assertThat(Metrics.named(metric.card().id())).isSameAs(metric);
    }
  }

  @Test
  void named_unknownId_listsTheKnownOnes() {
    assertThatThrownBy(() -> Metrics.named("ssmi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the metric must be one of [")
        .hasMessageContaining("psnr, psnr-256")
        .hasMessageEndingWith("but is \"ssmi\"");
  }

  @Test
  void score_withoutGroundTruth_isRefusedWhereItIsNeeded() {
    Comparison blind =
        new Comparison(
            Synthetic.natural().sources(), Synthetic.natural().fused(), Optional.empty());
    for (Metric metric : Metrics.all()) {
      if (metric.card().against() == Against.REFERENCE) {
        assertThatThrownBy(() -> metric.score(blind))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining(metric.card().id())
            .hasMessageContaining("ground truth");
      } else {
        assertThat(metric.score(blind).value()).isPresent();
      }
    }
  }
}
