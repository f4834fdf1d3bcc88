package evenlight.evaluation;

import evenlight.metric.MetricCard;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The result of an evaluation: one row for each method and scene.
 *
 * @param methods ids, in the order in which they were asked for
 * @param scenes names, in the order of the dataset
 * @param metrics what was computed
 * @param samples how files were decoded, in words
 * @param rows methods × scenes; a pair that was not evaluated has none
 */
public record ScoreTable(
    List<String> methods,
    List<String> scenes,
    List<MetricCard> metrics,
    String samples,
    List<ScoreRow> rows) {
  /** Keeps what was handed over from changing. */
  public ScoreTable {
    methods = List.copyOf(methods);
    scenes = List.copyOf(scenes);
    metrics = List.copyOf(metrics);
    rows = List.copyOf(rows);
  }

  /** The row of a method and a scene, if that pair was evaluated. */
  public Optional<ScoreRow> row(String method, String scene) {
    return rows.stream()
        .filter(row -> row.method().equals(method) && row.scene().equals(scene))
        .findFirst();
  }

  /** Whether a method was evaluated on a scene and did not fail. */
  public boolean succeeded(String method, String scene) {
    return row(method, scene).filter(row -> row.error().isEmpty()).isPresent();
  }

  /** At most so many scenes on which each of some methods succeeded, spread evenly over those. */
  public List<String> someScenes(int most, Collection<String> ofMethods) {
    List<String> whole =
        scenes.stream()
            .filter(scene -> ofMethods.stream().allMatch(method -> succeeded(method, scene)))
            .toList();
    int count = Math.min(most, whole.size());
    return IntStream.range(0, count).mapToObj(i -> whole.get(i * whole.size() / count)).toList();
  }

  /** The rows of one method, in the order of the scenes. */
  public List<ScoreRow> rowsOf(String method) {
    return scenes.stream().flatMap(scene -> row(method, scene).stream()).toList();
  }

  /** The rows of scenes that failed. */
  public List<ScoreRow> failures() {
    return rows.stream().filter(row -> row.error().isPresent()).toList();
  }

  /** What a method reached by a metric. */
  public Summary summary(String method, MetricCard metric) {
    return Summaries.of(this, method, metric.id());
  }
}
