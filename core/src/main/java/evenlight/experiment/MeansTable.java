package evenlight.experiment;

import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import evenlight.evaluation.report.ScoreTables;
import evenlight.metric.MetricCard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables I and III: the mean of every metric for every method, beside what the paper printed.
 *
 * <p>A line is a method, since thirteen of them beside one another fit no page.
 */
record MeansTable(String id, String title, Material material, List<String> metrics)
    implements Experiment {
  private static final int DECIMALS = 2;

  @Override
  public Section run(Laboratory laboratory) throws IOException, InterruptedException {
    Competition competition = laboratory.competition(material, id);
    PaperTable paper = PaperTable.read(id);
    LineUp lineUp = laboratory.lineUp();
    List<String> heads = new ArrayList<>();
    List<List<Cell>> columns = new ArrayList<>();
    List<Cell> correlations = new ArrayList<>();
    for (MetricCard card : metrics.stream().map(competition::card).toList()) {
      ComparedValues values =
          new ComparedValues(
              competition.means(card, lineUp.choices()),
              paper.values(card.id(), LineUp.IDS),
              card.direction());
      heads.addAll(List.of(ScoreTables.name(card), "in the paper"));
      columns.addAll(List.of(values.measuredCells(), values.printedCells()));
      correlations.add(Cell.of(Numbers.fixed(values.correlation(), DECIMALS)));
      correlations.add(Cell.of(""));
    }
    List<Line> lines = lines(lineUp, columns);
    lines.add(new Line(Kind.TOTAL, "rank correlation with the paper", correlations));
    String caption = "%s (%d scenes)".formatted(title, competition.table().scenes().size());
    Grid grid = new Grid(caption, "Method", heads, lines);
    List<String> notes = new ArrayList<>(PaperNotes.of(id));
    notes.addAll(lineUp.notes());
    notes.addAll(competition.failures());
    return new Section(id, title, List.of(grid), List.of(), notes);
  }

  private static List<Line> lines(LineUp lineUp, List<List<Cell>> columns) {
    List<Line> lines = new ArrayList<>();
    for (int m = 0; m < LineUp.IDS.size(); m++) {
      int method = m;
      List<Cell> cells = columns.stream().map(column -> column.get(method)).toList();
      lines.add(new Line(Kind.VALUES, lineUp.label(LineUp.IDS.get(m)), cells));
    }
    return lines;
  }
}
