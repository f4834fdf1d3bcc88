package evenlight.evaluation.report;

import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.metric.MetricCard;
import evenlight.metric.Score;
import evenlight.text.Csv;
import evenlight.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A score table as comma-separated values after RFC 4180, one line for each method and scene.
 *
 * <p>Columns: {@code method}, {@code scene}, {@code sources} (files, joined by semicolons), one for
 * each metric, after it one for each of its parts ({@code mef_ssim_s1}), {@code seconds}, {@code
 * caveats}, {@code error}. Numbers carry full double precision; one that does not exist is an empty
 * field.
 */
public final class ScoreCsv {
  private ScoreCsv() {}

  /** Writes the table to a file. */
  public static void write(ScoreTable table, Path file) throws IOException {
    TextFile.write(file, of(table));
  }

  /** The table as text. */
  public static String of(ScoreTable table) {
    List<Column> columns = columns(table);
    StringBuilder csv = new StringBuilder();
    csv.append(Csv.line(columns.stream().map(Column::name).toList()));
    for (ScoreRow row : table.rows()) {
      csv.append(Csv.line(columns.stream().map(column -> column.cell().apply(row)).toList()));
    }
    return csv.toString();
  }

  private record Column(String name, Cell cell) {}

  @FunctionalInterface
  private interface Cell {
    String apply(ScoreRow row);
  }

  private static List<Column> columns(ScoreTable table) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("method", ScoreRow::method));
    columns.add(new Column("scene", ScoreRow::scene));
    columns.add(new Column("sources", row -> String.join("; ", row.sources())));
    for (MetricCard metric : table.metrics()) {
      String id = metric.id();
      columns.add(new Column(metric.key(), row -> value(row, id)));
      for (int i = 0; i < Parts.most(table, id); i++) {
        int part = i;
        columns.add(new Column(Parts.column(id, part), row -> part(row, id, part)));
      }
    }
    columns.add(new Column("seconds", ScoreCsv::seconds));
    columns.add(new Column("caveats", ScoreCsv::caveats));
    columns.add(new Column("error", row -> row.error().orElse("")));
    return columns;
  }

  private static String value(ScoreRow row, String metric) {
    return row.value(metric).stream().mapToObj(Double::toString).collect(Collectors.joining());
  }

  private static String part(ScoreRow row, String metric, int part) {
    Score score = row.scores().get(metric);
    return score == null || score.parts().size() <= part
        ? ""
        : Double.toString(score.parts().get(part));
  }

  private static String seconds(ScoreRow row) {
    return row.error().isPresent() ? "" : Double.toString(row.seconds());
  }

  private static String caveats(ScoreRow row) {
    return row.scores().entrySet().stream()
        .flatMap(score -> score.getValue().caveats().stream().map(caveat -> text(score, caveat)))
        .collect(Collectors.joining("; "));
  }

  private static String text(Map.Entry<String, Score> score, Score.Caveat caveat) {
    return score.getKey() + ": " + caveat.text();
  }
}
