package evenlight.experiment;

import evenlight.evaluation.EvaluationPictures;
import evenlight.evaluation.ScoreTable;
import java.util.ArrayList;
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
    List<String> whole = table.scenes().stream().filter(this::isWhole).toList();
    List<String> some = new ArrayList<>();
    int shown = Math.min(count, whole.size());
    for (int i = 0; i < shown; i++) {
      some.add(whole.get(i * whole.size() / shown));
    }
    return some;
  }

  private boolean isWhole(String scene) {
    return table.methods().stream()
        .allMatch(
            method -> table.row(method, scene).filter(row -> row.error().isEmpty()).isPresent());
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
