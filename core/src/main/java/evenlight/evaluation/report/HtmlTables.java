package evenlight.evaluation.report;

import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Line;
import evenlight.metric.MetricCard;
import evenlight.text.Html;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Score tables as HTML. */
final class HtmlTables {
  private static final int SECONDS_DECIMALS = 2;

  private HtmlTables() {}

  /** A table; heads of lines that are names of scenes lead to these. */
  static String of(Grid grid, List<String> scenes) {
    StringBuilder html = new StringBuilder(opening(grid.caption()));
    html.append("<thead><tr><th scope=\"col\">").append(Html.text(grid.corner())).append("</th>");
    grid.columns().forEach(column -> html.append(th("col", Html.text(column))));
    html.append("</tr></thead>\n<tbody>\n");
    for (Line line : grid.lines()) {
      String kind = line.kind().name().toLowerCase(Locale.ROOT);
      html.append("<tr class=\"").append(kind).append("\">").append(th("row", head(line, scenes)));
      line.cells().forEach(cell -> html.append(td(cell)));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  /** What every method reached on one scene, with errors in the place of scores. */
  static String ofScene(ScoreTable table, String scene) {
    List<ScoreRow> rows =
        table.methods().stream().flatMap(method -> table.row(method, scene).stream()).toList();
    StringBuilder html = new StringBuilder(opening("Scores of " + scene));
    html.append("<thead><tr>").append(th("col", "Method"));
    table.metrics().forEach(metric -> html.append(th("col", Html.text(Notes.name(metric)))));
    boolean timed = table.rows().stream().anyMatch(row -> row.seconds() > 0);
    html.append(timed ? th("col", "Seconds") : "").append("</tr></thead>\n<tbody>\n");
    List<List<Cell>> columns =
        table.metrics().stream().map(metric -> column(table, rows, metric)).toList();
    for (int i = 0; i < rows.size(); i++) {
      ScoreRow row = rows.get(i);
      html.append("<tr class=\"values\">").append(th("row", Html.text(row.method())));
      if (row.error().isPresent()) {
        html.append(
                "<td class=\"error\" colspan=\"%d\">".formatted(columns.size() + (timed ? 1 : 0)))
            .append(Html.text("failed: " + row.error().get()))
            .append("</td>");
      } else {
        int place = i;
        columns.forEach(column -> html.append(td(column.get(place))));
        html.append(timed ? td(new Cell(seconds(row), Mark.NONE)) : "");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").append(caveats(rows)).toString();
  }

  private static List<Cell> column(ScoreTable table, List<ScoreRow> rows, MetricCard metric) {
    List<OptionalDouble> values = rows.stream().map(row -> row.value(metric.id())).toList();
    return Grids.cells(table, metric, values);
  }

  private static String seconds(ScoreRow row) {
    return row.seconds() == 0 ? Numbers.NONE : Numbers.fixed(row.seconds(), SECONDS_DECIMALS);
  }

  private static String caveats(List<ScoreRow> rows) {
    StringBuilder html = new StringBuilder();
    for (ScoreRow row : rows) {
      row.scores()
          .forEach(
              (metric, score) ->
                  score
                      .caveats()
                      .forEach(
                          caveat ->
                              html.append("<li>")
                                  .append(
                                      Html.text(
                                          "%s, %s: %s"
                                              .formatted(row.method(), metric, caveat.text())))
                                  .append("</li>\n")));
    }
    return html.isEmpty() ? "" : "<ul class=\"caveats\">\n" + html + "</ul>\n";
  }

  private static String opening(String label) {
    return "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"%s\"><table>\n"
        .formatted(Html.text(label));
  }

  private static String th(String scope, String content) {
    return "<th scope=\"" + scope + "\">" + content + "</th>";
  }

  private static String td(Cell cell) {
    return "<td" + attribute(cell.mark()) + ">" + Html.text(cell.text()) + "</td>";
  }

  private static String head(Line line, List<String> scenes) {
    int scene = line.kind() == Grid.Kind.VALUES ? scenes.indexOf(line.head()) : -1;
    String text = Html.text(line.head());
    return scene < 0 ? text : "<a href=\"#scene-%d\">%s</a>".formatted(scene + 1, text);
  }

  /** A class attribute for a mark, with a space before it; empty for none. */
  private static String attribute(Mark mark) {
    return switch (mark) {
      case NONE -> "";
      case BEST -> " class=\"best\"";
      case SECOND -> " class=\"second\"";
    };
  }
}
