package evenlight.torch.ablation;

import evenlight.evaluation.report.Grid;
import evenlight.metric.MetricCard;
import evenlight.text.Csv;
import evenlight.text.TextFile;
import evenlight.torch.ablation.AblationTable.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A study in text: {@code ablation.md}, {@code ablation.tex}, {@code ablation.csv} with a line for
 * each row of a table, {@code runs.csv} with one for each trained network, and {@code
 * colour-shares.csv} with one for each picture.
 */
final class AblationReport {
  private final AblationPlan plan;
  private final AblationScores scores;
  private final AblationGrids grids;
  private final Grid study;
  private final Grid variants;
  private final ColourShares shares;

  /**
   * A report.
   *
   * @param study what was studied
   * @param variants every network
   */
  AblationReport(
      AblationPlan plan, AblationScores scores, Grid study, Grid variants, ColourShares shares) {
    this.plan = plan;
    this.scores = scores;
    this.grids = new AblationGrids(plan, scores);
    this.study = study;
    this.variants = variants;
    this.shares = shares;
  }

  void write(Path folder) throws IOException {
    TextFile.write(folder.resolve("ablation.md"), markdown());
    TextFile.write(folder.resolve("ablation.tex"), latex());
    TextFile.write(folder.resolve("ablation.csv"), csv());
    TextFile.write(folder.resolve("runs.csv"), runsCsv());
    TextFile.write(folder.resolve("colour-shares.csv"), shares.csv());
  }

  /** How to read the numbers. */
  private String reading() {
    String spread =
        scores.seeds().size() > 1
            ? ", then over the seeds, ± standard deviation over the seeds (n - 1)"
            : "; one seed, so that there is no spread and small differences mean nothing";
    return "Means over the test scenes (%d)%s. The best mean is bold."
        .formatted(scores.scenes(), spread);
  }

  /** All of it for people. */
  String markdown() {
    StringBuilder text = new StringBuilder("# Ablations of LCNDR\n\n");
    text.append(study.markdown()).append(variants.markdown());
    text.append(reading()).append(" Every network was trained alike.\n\n");
    for (AblationTable table : AblationTable.values()) {
      text.append(grids.of(table).markdown());
      if (!table.note().isEmpty()) {
        text.append(table.note()).append("\n\n");
      }
    }
    text.append(shares.grid().markdown());
    text.append("A component's share is its sum over the sum of all three; the distance to the");
    text.append(" ground truth is the sum of the absolute differences.\n\n");
    text.append(grids.gains().markdown());
    text.append("In brackets: with how many of the seeds the whole network is better. MI and CC");
    text.append(" reward likeness to the sources, which plain averaging has most of.\n\n");
    grids.withoutGain().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
    text.append("\nThe plan:\n\n```json\n").append(plan.training().toJson()).append("\n```\n");
    return text.toString();
  }

  /** The tables for a document that uses booktabs. */
  String latex() {
    TrainingNote note = new TrainingNote(plan, reading());
    StringBuilder text = new StringBuilder("% Needs \\usepackage{booktabs}.\n");
    for (AblationTable table : AblationTable.values()) {
      text.append(grids.of(table).latex(note.with(table.note()))).append('\n');
    }
    return text.append(shares.grid().latex(note.with(""))).toString();
  }

  /** What every caption ends with. */
  private record TrainingNote(AblationPlan plan, String reading) {
    String with(String more) {
      return "%s Plan %s, %s, %d seeds. %s"
          .formatted(
              reading,
              plan.training().name(),
              plan.training().run().length(),
              plan.seedCount(),
              more)
          .strip();
    }
  }

  /** A line for each row of a table; a metric has a mean and a standard deviation. */
  String csv() {
    List<String> head = new ArrayList<>(List.of("table", "row", "variant", "seeds"));
    for (MetricCard metric : scores.metrics()) {
      head.addAll(List.of(metric.key(), metric.key() + "_sd"));
    }
    StringBuilder csv = new StringBuilder(Csv.line(head));
    for (AblationTable table : AblationTable.values()) {
      for (Row row : table.rows()) {
        List<String> fields = new ArrayList<>(List.of(table.id(), row.label(), row.variant()));
        fields.add(Integer.toString(scores.seeds().size()));
        for (MetricCard metric : scores.metrics()) {
          Spread spread = scores.spread(row.variant(), metric);
          fields.addAll(List.of(number(spread.mean()), number(spread.deviation())));
        }
        csv.append(Csv.line(fields));
      }
    }
    return csv.toString();
  }

  /** A line for each trained network. */
  String runsCsv() {
    List<String> head = new ArrayList<>(List.of("variant", "seed"));
    scores.metrics().forEach(metric -> head.add(metric.key()));
    StringBuilder csv = new StringBuilder(Csv.line(head));
    for (AblationRun run : plan.runs()) {
      String id = run.variant().id();
      List<String> fields = new ArrayList<>(List.of(id, Long.toString(run.seed())));
      scores.metrics().forEach(card -> fields.add(number(scores.value(id, run.seed(), card))));
      csv.append(Csv.line(fields));
    }
    return csv.toString();
  }

  private static String number(OptionalDouble value) {
    return value.stream().mapToObj(Double::toString).collect(Collectors.joining());
  }
}
