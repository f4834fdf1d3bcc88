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
import java.util.OptionalDouble;

/**
 * Tables I and III: the mean of every metric for every method, beside what the paper printed.
 *
 * <p>A line is a method, since thirteen of them beside one another fit no page.
 */
final class MeansTable implements Experiment {
  private static final int DECIMALS = 2;

  private final String id;
  private final String title;
  private final Material material;
  private final List<String> metrics;

  MeansTable(String id, String title, Material material, List<String> metrics) {
    this.id = id;
    this.title = title;
    this.material = material;
    this.metrics = metrics;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Section run(Laboratory laboratory) throws IOException, InterruptedException {
    Competition competition = laboratory.competition(material, id);
    PaperTable paper = PaperTable.read(id);
    LineUp lineUp = laboratory.lineUp();
    List<MetricCard> cards =
        metrics.stream()
            .map(
                metric ->
                    competition.table().metrics().stream()
                        .filter(card -> card.id().equals(metric))
                        .findFirst()
                        .orElseThrow())
            .toList();
    List<ComparedColumn> columns =
        cards.stream().map(card -> column(card, competition, paper, lineUp)).toList();
    int scenes = competition.table().scenes().size();
    Grid grid = grid(cards, columns, lineUp, title + " (%d scenes)".formatted(scenes));
    List<String> notes = new ArrayList<>(PaperNotes.of(id));
    notes.addAll(lineUp.notes());
    notes.addAll(competition.failures());
    return new Section(id, title, List.of(grid), List.of(), notes);
  }

  private static ComparedColumn column(
      MetricCard card, Competition competition, PaperTable paper, LineUp lineUp) {
    List<OptionalDouble> measured = new ArrayList<>();
    List<OptionalDouble> printed = new ArrayList<>();
    for (String method : lineUp.ids()) {
      measured.add(
          lineUp.absence(method).isPresent()
              ? OptionalDouble.empty()
              : competition.table().summary(method, card).mean());
      printed.add(paper.value(card.id(), method));
    }
    return new ComparedColumn(measured, printed, card.direction());
  }

  private static Grid grid(
      List<MetricCard> cards, List<ComparedColumn> columns, LineUp lineUp, String caption) {
    List<String> heads = new ArrayList<>();
    List<Cell> correlations = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      heads.add(ScoreTables.name(cards.get(i)));
      heads.add("in the paper");
      correlations.add(Cell.of(Numbers.fixed(columns.get(i).correlation(), DECIMALS)));
      correlations.add(Cell.of(""));
    }
    List<Line> lines = new ArrayList<>();
    for (int m = 0; m < lineUp.ids().size(); m++) {
      List<Cell> cells = new ArrayList<>();
      for (ComparedColumn column : columns) {
        cells.add(column.measuredCells().get(m));
        cells.add(column.printedCells().get(m));
      }
      lines.add(new Line(Kind.VALUES, lineUp.label(lineUp.ids().get(m)), cells));
    }
    lines.add(new Line(Kind.TOTAL, "rank correlation with the paper", correlations));
    return new Grid(caption, "Method", heads, lines);
  }
}
