package evenlight.experiment;

import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import evenlight.metric.MetricCard;
import evenlight.metric.MetricCard.Direction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Table II: MEF-SSIM of every method on every pair, beside what the paper printed for scenes. */
final class SceneTable implements Experiment {
  private static final String METRIC = "mef-ssim";
  private static final int DECIMALS = 2;

  @Override
  public String id() {
    return "table2";
  }

  @Override
  public String title() {
    return "Table II: MEF-SSIM of every pair";
  }

  @Override
  public Section run(Laboratory laboratory) throws IOException, InterruptedException {
    Competition competition = laboratory.competition(Material.PAIRS, id());
    PaperTable paper = PaperTable.read(id());
    LineUp lineUp = laboratory.lineUp();
    ScoreTable table = competition.table();
    List<Line> lines = new ArrayList<>();
    for (String scene : table.scenes()) {
      add(lines, scene, values(table, scene, lineUp), paper, lineUp);
    }
    MetricCard card = card(table);
    ComparedColumn means =
        new ComparedColumn(
            lineUp.ids().stream().map(method -> mean(table, method, card, lineUp)).toList(),
            printed(paper, "Mean", lineUp),
            Direction.HIGHER);
    lines.add(new Line(Kind.TOTAL, "Mean", means.measuredCells()));
    lines.add(new Line(Kind.TOTAL, "Mean in the paper", means.printedCells()));
    Grid grid =
        new Grid(
            "%s (%d pairs)".formatted(title(), table.scenes().size()),
            "Scene",
            lineUp.ids().stream().map(lineUp::label).toList(),
            lines);
    return new Section(
        id(), title(), List.of(grid), List.of(), notes(competition, lineUp, paper, means));
  }

  private static void add(
      List<Line> lines,
      String scene,
      List<OptionalDouble> values,
      PaperTable paper,
      LineUp lineUp) {
    ComparedColumn column =
        new ComparedColumn(values, printed(paper, scene, lineUp), Direction.HIGHER);
    lines.add(new Line(Kind.VALUES, scene, column.measuredCells()));
    if (paper.has(scene)) {
      lines.add(new Line(Kind.VALUES, scene + " in the paper", column.printedCells()));
    }
  }

  private static List<OptionalDouble> printed(PaperTable paper, String row, LineUp lineUp) {
    return lineUp.ids().stream().map(method -> paper.value(row, method)).toList();
  }

  private static List<OptionalDouble> values(ScoreTable table, String scene, LineUp lineUp) {
    return lineUp.ids().stream()
        .map(
            method ->
                table.row(method, scene).map(SceneTable::value).orElse(OptionalDouble.empty()))
        .toList();
  }

  private static OptionalDouble value(ScoreRow row) {
    return row.value(METRIC);
  }

  private static OptionalDouble mean(
      ScoreTable table, String method, MetricCard card, LineUp lineUp) {
    return lineUp.absence(method).isPresent()
        ? OptionalDouble.empty()
        : table.summary(method, card).mean();
  }

  private static MetricCard card(ScoreTable table) {
    return table.metrics().stream()
        .filter(card -> card.id().equals(METRIC))
        .findFirst()
        .orElseThrow();
  }

  private List<String> notes(
      Competition competition, LineUp lineUp, PaperTable paper, ComparedColumn means) {
    List<String> notes = new ArrayList<>();
    List<String> scenes = competition.table().scenes();
    long shared = scenes.stream().filter(paper::has).count();
    notes.add("%d of these scenes are among the 15 of the paper's table.".formatted(shared));
    notes.add(
        "Rank correlation of the means with the paper's: %s, over %d methods."
            .formatted(
                Numbers.fixed(means.correlation(), DECIMALS),
                IntStream.range(0, lineUp.ids().size())
                    .filter(
                        i ->
                            means.measured().get(i).isPresent()
                                && means.printed().get(i).isPresent())
                    .count()));
    notes.addAll(PaperNotes.of(id()));
    notes.addAll(lineUp.notes());
    notes.addAll(competition.failures());
    return notes;
  }
}
