package evenlight.card;

import java.util.ArrayList;
import java.util.List;

/**
 * Exposures of shots that follow each other.
 *
 * @param values in stops
 * @param measured whether they were measured in the pictures
 */
record Stops(List<Double> values, boolean measured) {
  /** The least span of a bracket: three exposures a third of a stop apart. */
  private static final double LEAST_SPAN = 0.5;

  /** Measured in pictures of one view, equal exposures are equal to this. */
  private static final double MEASURED_TOLERANCE = 0.08;

  /** Of the widest step: a bracket taken again is off by less where the camera meters anew. */
  private static final double DRIFT = 0.3;

  Stops {
    values = List.copyOf(values);
  }

  Stops part(int from, int to) {
    return new Stops(values.subList(from, to), measured);
  }

  /** Each relative to the first. */
  List<Double> relative() {
    return values.stream().map(value -> value - values.get(0)).toList();
  }

  double span() {
    double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return most - least;
  }

  /** Whether the exposures differ enough for a bracket. */
  boolean differ() {
    return span() >= LEAST_SPAN;
  }

  /** How many exposures repeat an earlier one. */
  int repeats() {
    double tolerance =
        measured ? MEASURED_TOLERANCE : Math.max(Patterns.TOLERANCE, DRIFT * widestStep());
    int repeats = 0;
    for (int i = 1; i < values.size(); i++) {
      double value = values.get(i);
      repeats +=
          values.subList(0, i).stream().anyMatch(v -> Math.abs(v - value) <= tolerance) ? 1 : 0;
    }
    return repeats;
  }

  private double widestStep() {
    return steps().stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }

  /** The smallest step between exposures that are not equal. */
  double smallestStep() {
    return steps().stream()
        .mapToDouble(Double::doubleValue)
        .filter(step -> step > Patterns.TOLERANCE)
        .min()
        .orElse(0);
  }

  private List<Double> steps() {
    List<Double> sorted = values.stream().sorted().toList();
    List<Double> steps = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      steps.add(sorted.get(i) - sorted.get(i - 1));
    }
    return steps;
  }

  /** The place before a shot whose exposure is nearest to that shot's. */
  int nearestBefore(int i) {
    int nearest = i - 1;
    for (int j = i - 1; j >= 0; j--) {
      if (Math.abs(values.get(j) - values.get(i)) < Math.abs(values.get(nearest) - values.get(i))) {
        nearest = j;
      }
    }
    return nearest;
  }
}
