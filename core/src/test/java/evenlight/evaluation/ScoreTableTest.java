package evenlight.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.metric.MefSsim;
import evenlight.metric.MetricCard;
import evenlight.metric.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreTableTest {
  private static final MetricCard METRIC = MefSsim.MULTI_SCALE.card();
  private static final List<String> SCENES = IntStream.range(0, 8).mapToObj(i -> "s" + i).toList();

  /** Of "a" on all scenes, and of "b", which failed on s0, and has no row of s1. */
  private static ScoreTable table() {
    List<ScoreRow> rows = new ArrayList<>();
    for (String scene : SCENES) {
      rows.add(row("a", scene));
    }
    rows.add(ScoreRow.failed("b", "s0", List.of(), "broken"));
    for (String scene : SCENES.subList(2, SCENES.size())) {
      rows.add(row("b", scene));
    }
    return new ScoreTable(List.of("a", "b"), SCENES, List.of(METRIC), "stored", rows);
  }

  private static ScoreRow row(String method, String scene) {
    Map<String, Score> scores = Map.of(METRIC.id(), Score.of(1));
    return new ScoreRow(method, scene, List.of(), scores, 1, Optional.empty());
  }

  @Test
  void someScenes_fewerThanThereAre_areSpreadEvenlyOverThoseOfAllMethods() {
    assertThat(table().someScenes(2, List.of("a", "b"))).containsExactly("s2", "s5");
    assertThat(table().someScenes(3, List.of("a"))).containsExactly("s0", "s2", "s5");
  }

  @Test
  void someScenes_moreThanThereAre_areAll() {
    assertThat(table().someScenes(100, List.of("a", "b")))
        .containsExactly("s2", "s3", "s4", "s5", "s6", "s7");
    assertThat(table().someScenes(100, List.of("c"))).isEmpty();
  }
}
