package evenlight.evaluation;

import evenlight.metric.Score;
import evenlight.metric.Score.Caveat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is kept on disk until the run is complete.
 *
 * @param key hash of all that the row depends on
 */
record StoredRow(
    String key,
    String method,
    String scene,
    List<String> sources,
    Map<String, StoredScore> scores,
    double seconds) {

  /** A score with a null for a value that there is not. */
  record StoredScore(@Nullable Double value, List<Double> parts, List<Caveat> caveats) {
    static StoredScore of(Score score) {
      Double value = score.value().isPresent() ? score.value().getAsDouble() : null;
      return new StoredScore(value, score.parts(), score.caveats());
    }

    Score score() {
      return new Score(
          value == null ? OptionalDouble.empty() : OptionalDouble.of(value), parts, caveats);
    }
  }

  static StoredRow of(String key, ScoreRow row) {
    Map<String, StoredScore> scores = new LinkedHashMap<>();
    row.scores().forEach((metric, score) -> scores.put(metric, StoredScore.of(score)));
    return new StoredRow(key, row.method(), row.scene(), row.sources(), scores, row.seconds());
  }

  ScoreRow row() {
    Map<String, Score> restored = new LinkedHashMap<>();
    scores.forEach((metric, score) -> restored.put(metric, score.score()));
    return new ScoreRow(method, scene, sources, restored, seconds, Optional.empty());
  }
}
