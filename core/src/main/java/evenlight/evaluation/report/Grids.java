package evenlight.evaluation.report;

import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.Summary;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.metric.MetricCard;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** The two tables of a paper on fusion: means of every metric, and one metric scene by scene. */
final class Grids {
  private Grids() {}

  /** Means over the scenes, under them n where it differs from the number of scenes, and p. */
  static Grid means(ScoreTable table) {
    List<Line> lines = new ArrayList<>();
    for (MetricCard metric : table.metrics()) {
      List<Summary> summaries =
          table.methods().stream().map(method -> table.summary(method, metric)).toList();
      List<OptionalDouble> means = summaries.stream().map(Summary::mean).toList();
      lines.add(new Line(Kind.VALUES, Notes.name(metric), cells(table, metric, means)));
      if (summaries.stream().anyMatch(summary -> summary.n() != table.scenes().size())) {
        lines.add(plain(Kind.COUNTS, "n", summaries.stream().map(s -> "" + s.n()).toList()));
      }
      if (table.methods().size() > 1) {
        lines.add(
            plain(Kind.CHANCES, "p", summaries.stream().map(s -> Numbers.chance(s.p())).toList()));
      }
    }
    int scenes = table.scenes().size();
    String caption = scenes == 1 ? "Scores of 1 scene" : "Means over " + scenes + " scenes";
    return new Grid(caption, "Metric", table.methods(), lines);
  }

  /** One metric, a row for each scene and their mean. */
  static Grid scenes(ScoreTable table, MetricCard metric) {
    List<Line> lines = new ArrayList<>();
    for (String scene : table.scenes()) {
      List<OptionalDouble> values =
          table.methods().stream().map(method -> value(table, method, scene, metric)).toList();
      lines.add(
          new Line(Kind.VALUES, scene, explained(table, scene, cells(table, metric, values))));
    }
    List<OptionalDouble> means =
        table.methods().stream().map(method -> table.summary(method, metric).mean()).toList();
    lines.add(new Line(Kind.TOTAL, "Mean", cells(table, metric, means)));
    return new Grid(Notes.name(metric) + " of every scene", "Scene", table.methods(), lines);
  }

  /** Values of one metric, marked among each other. */
  static List<Cell> cells(ScoreTable table, MetricCard metric, List<OptionalDouble> values) {
    int decimals = Numbers.decimals(table, metric.id());
    List<Mark> marks = Mark.of(values, metric.direction(), decimals);
    return IntStream.range(0, values.size())
        .mapToObj(i -> new Cell(Numbers.fixed(values.get(i), decimals), marks.get(i)))
        .toList();
  }

  private static Line plain(Kind kind, String head, List<String> texts) {
    return new Line(kind, head, texts.stream().map(text -> new Cell(text, Mark.NONE)).toList());
  }

  /** Says "failed" in place of a missing number where that is why. */
  private static List<Cell> explained(ScoreTable table, String scene, List<Cell> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            i ->
                table
                    .row(table.methods().get(i), scene)
                    .flatMap(ScoreRow::error)
                    .map(error -> new Cell("failed", Mark.NONE))
                    .orElse(cells.get(i)))
        .toList();
  }

  private static OptionalDouble value(
      ScoreTable table, String method, String scene, MetricCard metric) {
    return table
        .row(method, scene)
        .map(row -> row.value(metric.id()))
        .orElseGet(OptionalDouble::empty);
  }
}
