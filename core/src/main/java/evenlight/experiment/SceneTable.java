package evenlight.experiment;

import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import evenlight.metric.MetricCard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Table II: MEF-SSIM of every method on every pair, beside what the paper printed for scenes. */
record SceneTable(String id, String title) implements Experiment {
  private static final String METRIC = "mef-ssim";
  private static final int DECIMALS = 2;

  @Override
  public Section run(Laboratory laboratory) throws IOException, InterruptedException {
    Competition competition = laboratory.competition(Material.PAIRS, id);
    PaperTable paper = PaperTable.read(id);
    LineUp lineUp = laboratory.lineUp();
    MetricCard card = competition.card(METRIC);
    List<String> scenes = competition.table().scenes();
    List<Line> lines = new ArrayList<>();
    for (String scene : scenes) {
      ComparedValues values =
          compared(competition.values(scene, card, lineUp.choices()), paper, scene, card);
      lines.add(new Line(Kind.VALUES, scene, values.measuredCells()));
      if (paper.has(scene)) {
        lines.add(new Line(Kind.VALUES, scene + " in the paper", values.printedCells()));
      }
    }
    ComparedValues means = compared(competition.means(card, lineUp.choices()), paper, "Mean", card);
    lines.add(new Line(Kind.TOTAL, "Mean", means.measuredCells()));
    lines.add(new Line(Kind.TOTAL, "Mean in the paper", means.printedCells()));
    Grid grid =
        new Grid(
            "%s (%d pairs)".formatted(title, scenes.size()),
            "Scene",
            LineUp.IDS.stream().map(lineUp::label).toList(),
            lines);
    List<String> notes = notes(scenes, paper, means);
    notes.addAll(lineUp.notes());
    notes.addAll(competition.failures());
    return new Section(id, title, List.of(grid), List.of(), notes);
  }

  private static ComparedValues compared(
      List<OptionalDouble> measured, PaperTable paper, String row, MetricCard card) {
    return new ComparedValues(measured, paper.values(row, LineUp.IDS), card.direction());
  }

  private List<String> notes(List<String> scenes, PaperTable paper, ComparedValues means) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%d of these scenes are among the 15 of the paper's table."
            .formatted(scenes.stream().filter(paper::has).count()));
    notes.add(
        "Rank correlation of the means with the paper's: %s, over %d methods."
            .formatted(Numbers.fixed(means.correlation(), DECIMALS), means.inBoth()));
    notes.addAll(PaperNotes.of(id));
    return notes;
  }
}
