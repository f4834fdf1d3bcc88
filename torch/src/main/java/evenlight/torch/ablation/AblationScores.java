package evenlight.torch.ablation;

import evenlight.evaluation.ScoreTable;
import evenlight.metric.MetricCard;
import evenlight.metric.MetricCard.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What the networks of a study reached: means over the test scenes, then over the seeds. */
final class AblationScores {
  private final ScoreTable table;
  private final List<Long> seeds;

  /**
   * The scores in a table whose methods are the study's runs.
   *
   * @param seeds at least one
   */
  AblationScores(ScoreTable table, List<Long> seeds) {
    this.table = table;
    this.seeds = List.copyOf(seeds);
  }

  List<MetricCard> metrics() {
    return table.metrics();
  }

  List<Long> seeds() {
    return seeds;
  }

  /** How many scenes each network was tested on. */
  int scenes() {
    return table.scenes().size();
  }

  /** How many pictures could not be made or scored. */
  int failures() {
    return table.failures().size();
  }

  /** Mean over the test scenes that one network reached. */
  OptionalDouble value(String variant, long seed, MetricCard metric) {
    return table.summary(AblationRun.id(variant, seed), metric).mean();
  }

  /** What a variant reached over the seeds. */
  Spread spread(String variant, MetricCard metric) {
    List<Double> values = new ArrayList<>();
    for (long seed : seeds) {
      value(variant, seed, metric).ifPresent(values::add);
    }
    return Spread.of(values);
  }

  /**
   * By how much the whole network is better than a variant with the same seed; negative where it is
   * worse.
   */
  List<Double> gains(String variant, MetricCard metric) {
    List<Double> gains = new ArrayList<>();
    for (long seed : seeds) {
      OptionalDouble with = value(Variant.FULL, seed, metric);
      OptionalDouble without = value(variant, seed, metric);
      if (with.isPresent() && without.isPresent()) {
        gains.add(gain(metric.direction(), with.getAsDouble(), without.getAsDouble()));
      }
    }
    return gains;
  }

  private static double gain(Direction direction, double with, double without) {
    return switch (direction) {
      case HIGHER -> with - without;
      case LOWER -> without - with;
      case ZERO -> Math.abs(without) - Math.abs(with);
    };
  }
}
