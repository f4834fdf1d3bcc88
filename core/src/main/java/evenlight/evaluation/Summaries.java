package evenlight.evaluation;

import evenlight.metric.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/** Means over scenes, and whether a difference between two methods may be chance. */
final class Summaries {
  private Summaries() {}

  static Summary of(ScoreTable table, String method, String metric) {
    List<Score> scores =
        table.rowsOf(method).stream()
            .flatMap(row -> java.util.stream.Stream.ofNullable(row.scores().get(metric)))
            .toList();
    double[] values =
        scores.stream()
            .map(Score::value)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    int caveats = (int) scores.stream().filter(score -> !score.caveats().isEmpty()).count();
    return new Summary(
        mean(values),
        values.length,
        scores.size() - values.length,
        caveats,
        p(table, method, metric));
  }

  private static OptionalDouble mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / values.length);
  }

  /** Exact for up to 1023 pairs without ties, else normal with correction for ties. */
  private static OptionalDouble p(ScoreTable table, String method, String metric) {
    String first = table.methods().get(0);
    List<Double> differences = new ArrayList<>();
    for (String scene : table.scenes()) {
      OptionalDouble here = value(table, method, scene, metric);
      OptionalDouble there = value(table, first, scene, metric);
      if (here.isPresent() && there.isPresent()) {
        differences.add(here.getAsDouble() - there.getAsDouble());
      }
    }
    if (method.equals(first) || differences.stream().allMatch(difference -> difference == 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        WilcoxonSignedRankTest.withDefaults()
            .with(AlternativeHypothesis.TWO_SIDED)
            .test(differences.stream().mapToDouble(Double::doubleValue).toArray())
            .getPValue());
  }

  private static OptionalDouble value(
      ScoreTable table, String method, String scene, String metric) {
    return table.row(method, scene).map(row -> row.value(metric)).orElseGet(OptionalDouble::empty);
  }
}
