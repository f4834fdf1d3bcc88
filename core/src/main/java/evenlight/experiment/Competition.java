package evenlight.experiment;

import evenlight.evaluation.EvaluationPictures;
import evenlight.evaluation.ScoreTable;
import java.util.List;

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

  /** A sentence for each picture that could not be made. */
  List<String> failures() {
    return table.failures().stream()
        .map(
            row ->
                "%s failed on %s: %s.".formatted(row.method(), row.scene(), row.error().orElse("")))
        .toList();
  }
}
