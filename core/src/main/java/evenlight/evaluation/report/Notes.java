package evenlight.evaluation.report;

import evenlight.evaluation.ScoreTable;
import evenlight.metric.MetricCard;
import evenlight.metric.MetricCard.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What has to be said beside the numbers of a table, in sentences. */
final class Notes {
  private Notes() {}

  /** Name of a metric with an arrow to where it is better. */
  static String name(MetricCard metric) {
    return metric.name()
        + switch (metric.direction()) {
          case HIGHER -> " ↑";
          case LOWER -> " ↓";
          case ZERO -> " →0";
        };
  }

  private static String arrow(Direction direction) {
    return switch (direction) {
      case HIGHER -> "↑ higher is better";
      case LOWER -> "↓ lower is better";
      case ZERO -> "→0 nearer to zero is better";
    };
  }

  /** How to read the table of means. */
  static String reading(ScoreTable table) {
    String arrows =
        Arrays.stream(Direction.values())
            .filter(way -> table.metrics().stream().anyMatch(card -> card.direction() == way))
            .map(Notes::arrow)
            .collect(Collectors.joining(", "));
    String reading =
        "%s. n is the number of scenes that have a value, %d unless it is given."
            .formatted(arrows, table.scenes().size());
    return table.methods().size() > 1 ? reading + " " + test(table) : reading;
  }

  private static String test(ScoreTable table) {
    return "p is of the two-sided Wilcoxon signed-rank test against "
        + table.methods().get(0)
        + " on the scenes that both have; it is not corrected for many comparisons.";
  }

  /** How files were decoded. */
  static String samples(ScoreTable table) {
    return "Samples: " + table.samples() + ".";
  }

  /** The options of every metric. */
  static String conventions(ScoreTable table) {
    return "Conventions: "
        + table.metrics().stream()
            .map(card -> card.name() + ": " + card.conventions())
            .collect(Collectors.joining("; "))
        + ".";
  }

  /** How many scores of each metric and method come with a caveat, if any does. */
  static Optional<String> caveats(ScoreTable table) {
    List<String> counts = new ArrayList<>();
    for (MetricCard metric : table.metrics()) {
      for (String method : table.methods()) {
        int count = table.summary(method, metric).caveats();
        if (count > 0) {
          counts.add("%s of %s %d".formatted(metric.name(), method, count));
        }
      }
    }
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of("Scenes with a caveat: " + String.join(", ", counts) + ".");
  }

  /** How many scenes failed for each method, if any did. */
  static Optional<String> failures(ScoreTable table) {
    List<String> counts = new ArrayList<>();
    for (String method : table.methods()) {
      long count = table.rowsOf(method).stream().filter(row -> row.error().isPresent()).count();
      if (count > 0) {
        counts.add(method + " " + count);
      }
    }
    return counts.isEmpty()
        ? Optional.empty()
        : Optional.of("Scenes that failed: " + String.join(", ", counts) + ".");
  }

  /** What the results come with: how to read them, caveats and failures. */
  static List<String> results(ScoreTable table) {
    List<String> notes = new ArrayList<>(List.of(reading(table)));
    caveats(table).ifPresent(notes::add);
    failures(table).ifPresent(notes::add);
    return notes;
  }

  /** Everything, in the order in which it is read. */
  static List<String> all(ScoreTable table) {
    List<String> notes = results(table);
    notes.addAll(1, List.of(samples(table), conventions(table)));
    return notes;
  }
}
