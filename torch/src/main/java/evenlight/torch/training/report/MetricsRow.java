package evenlight.torch.training.report;

import evenlight.torch.training.ValidationResult;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures of some steps, or of a validation.
 *
 * @param step the last one that they are of
 * @param kind where they come from
 * @param values by column; those that are not finite are left out
 */
record MetricsRow(int step, Kind kind, SortedMap<String, Double> values) {
  static final String LOSS = "loss";
  static final String LEARNING_RATE = "learning_rate";
  static final String GRADIENT_NORM = "gradient_norm";
  static final String STEPS_PER_SECOND = "steps_per_second";
  static final String SECONDS = "seconds";

  /** Where figures come from. */
  enum Kind {
    TRAIN,
    VAL;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  MetricsRow {
    SortedMap<String, Double> finite = new TreeMap<>(values);
    finite.values().removeIf(value -> !Double.isFinite(value));
    values = Collections.unmodifiableSortedMap(finite);
  }

  static MetricsRow of(int step, Kind kind, Map<String, Double> values) {
    return new MetricsRow(step, kind, new TreeMap<>(values));
  }

  static MetricsRow of(ValidationResult result) {
    SortedMap<String, Double> values = new TreeMap<>(result.scores());
    values.put(LOSS, result.loss());
    return new MetricsRow(result.step(), Kind.VAL, values);
  }

  /** Whether both say the same thing of the same step. */
  boolean samePlaceAs(MetricsRow other) {
    return step == other.step && kind == other.kind;
  }
}
