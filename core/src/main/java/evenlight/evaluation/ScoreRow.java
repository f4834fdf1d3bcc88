package evenlight.evaluation;

import evenlight.metric.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one method reached on one scene.
 *
 * @param method id of the method
 * @param scene name of the scene
 * @param sources names of the files that were fused, as the layout orders them
 * @param scores by id of the metric, in the order of the table; empty if it failed
 * @param seconds what fusing took, without reading and scoring; 0 for results made elsewhere
 * @param error why there is no result, in one line
 */
public record ScoreRow(
    String method,
    String scene,
    List<String> sources,
    Map<String, Score> scores,
    double seconds,
    Optional<String> error) {
  /** Keeps the order of the scores. */
  public ScoreRow {
    sources = List.copyOf(sources);
    scores = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(scores));
  }

  /** A scene on which the method failed. */
  public static ScoreRow failed(String method, String scene, List<String> sources, String error) {
    return new ScoreRow(method, scene, sources, Map.of(), 0, Optional.of(error));
  }

  /** The value of a metric, if the scene did not fail and the metric has one here. */
  public OptionalDouble value(String metric) {
    Score score = scores.get(metric);
    return score == null ? OptionalDouble.empty() : score.value();
  }
}
