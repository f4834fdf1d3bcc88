package evenlight.experiment;

import evenlight.evaluation.EvaluationPictures;
import evenlight.evaluation.ScoreTable;
import evenlight.metric.MetricCard;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What the methods of the line-up reached on some scenes, and their pictures.
 *
 * @param table all scores
 * @param pictures sources and results
 */
record Competition(ScoreTable table, EvaluationPictures pictures) {
  /** A few scenes that every method has a picture of, spread evenly over them. */
  List<String> someScenes(int count) {
    return table.someScenes(count, table.methods());
  }

  /** One of the metrics that were computed. */
  MetricCard card(String metric) {
    return table.metrics().stream()
        .filter(card -> card.id().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  /** What some methods reached on a scene; empty where one did not run. */
  List<OptionalDouble> values(String scene, MetricCard metric, List<String> methods) {
    return methods.stream()
        .map(
            method ->
                table
                    .row(method, scene)
                    .map(row -> row.value(metric.id()))
                    .orElseGet(OptionalDouble::empty))
        .toList();
  }

  /** The means of some methods over the scenes; empty where one did not run. */
  List<OptionalDouble> means(MetricCard metric, List<String> methods) {
    return methods.stream().map(method -> table.summary(method, metric).mean()).toList();
  }

  /** A sentence for each picture that could not be made. */
  List<String> failures() {
    return table.failures().stream()
        .map(
            row ->
                "%s failed on %s: %s.".formatted(row.method(), row.scene(), row.error().orElse("")))
        .toList();
  }
}
