package evenlight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.metric.MefSsim;
import evenlight.metric.MetricCard;
import evenlight.metric.Score;
import evenlight.metric.Score.Caveat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummariesTest {
  private static final MetricCard METRIC = MefSsim.MULTI_SCALE.card();

  @Test
  void summary_values_isTheirMean() {
    Summary summary = table(new double[] {1, 2, 6}, new double[] {1, 1, 1}).summary("a", METRIC);
    assertThat(summary.mean()).hasValue(3);
    assertThat(summary.n()).isEqualTo(3);
    assertThat(summary.p()).isEmpty();
  }

  @Test
  void summary_sceneWithoutValue_isLeftOutAndCounted() {
    Score infinite = Score.without(Caveat.Kind.INFINITE, "equal");
    ScoreTable table =
        new ScoreTable(
            List.of("a"),
            List.of("s1", "s2"),
            List.of(METRIC),
            "stored",
            List.of(row("a", "s1", Score.of(4)), row("a", "s2", infinite)));
    Summary summary = table.summary("a", METRIC);
    assertThat(summary.mean()).hasValue(4);
    assertThat(summary.n()).isEqualTo(1);
    assertThat(summary.without()).isEqualTo(1);
    assertThat(summary.caveats()).isEqualTo(1);
  }

  @Test
  void summary_failedScene_countsNowhere() {
    ScoreTable table =
        new ScoreTable(
            List.of("a"),
            List.of("s1", "s2"),
            List.of(METRIC),
            "stored",
            List.of(row("a", "s1", Score.of(4)), ScoreRow.failed("a", "s2", List.of(), "broken")));
    assertThat(table.summary("a", METRIC).n()).isEqualTo(1);
    assertThat(table.failures()).extracting(ScoreRow::scene).containsExactly("s2");
  }

  /** Ranks 1..6, the negative ones 1 and 3: W = 4; 14 of the 64 signs are as extreme: p = 14/64. */
  @Test
  void summary_sixPairs_hasTheExactProbability() {
    double[] first = new double[6];
    double[] second = {-0.1, 0.2, -0.3, 0.4, 0.5, 0.6};
    Summary summary = table(first, second).summary("b", METRIC);
    assertThat(summary.p().orElseThrow()).isCloseTo(14 / 64.0, within(1e-12));
  }

  @Test
  void summary_equalScores_hasNoProbability() {
    double[] values = {0.1, 0.2, 0.3};
    assertThat(table(values, values).summary("b", METRIC).p()).isEmpty();
  }

  private static ScoreTable table(double[] first, double[] second) {
    List<ScoreRow> rows = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      rows.add(row("a", "s" + i, Score.of(first[i])));
      rows.add(row("b", "s" + i, Score.of(second[i])));
    }
    List<String> scenes = IntStream.range(0, first.length).mapToObj(i -> "s" + i).toList();
    return new ScoreTable(List.of("a", "b"), scenes, List.of(METRIC), "stored", rows);
  }

  private static ScoreRow row(String method, String scene, Score score) {
    return new ScoreRow(method, scene, List.of(), Map.of(METRIC.id(), score), 1, Optional.empty());
  }
}
