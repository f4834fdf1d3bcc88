package evenlight.evaluation.report;

import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import java.util.stream.Collectors;

/** Score tables as Markdown. */
final class MarkdownTables {
  private MarkdownTables() {}

  static String of(ScoreTable table) {
    StringBuilder text = new StringBuilder();
    text.append(of(Grids.means(table)));
    text.append(escaped(Notes.reading(table))).append(" **Best**, <u>*second best*</u>.\n");
    Notes.all(table).stream()
        .skip(1)
        .forEach(note -> text.append('\n').append(escaped(note)).append('\n'));
    if (!table.metrics().isEmpty()) {
      text.append('\n');
      text.append(of(Grids.scenes(table, table.metrics().get(0))));
    }
    return text.toString().stripTrailing() + "\n";
  }

  /** A table and its caption. */
  static String of(Grid grid) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(escaped(grid.caption())).append("**\n\n");
    text.append(row(grid.corner(), grid.columns().stream().map(MarkdownTables::escaped).toList()));
    text.append("|:---|").append("---:|".repeat(grid.columns().size())).append('\n');
    for (Line line : grid.lines()) {
      text.append(row(head(line), line.cells().stream().map(MarkdownTables::cell).toList()));
    }
    return text.append('\n').toString();
  }

  private static String row(String head, Iterable<String> cells) {
    return "| " + head + " | " + String.join(" | ", cells) + " |\n";
  }

  private static String head(Line line) {
    boolean aside = line.kind() == Kind.COUNTS || line.kind() == Kind.CHANCES;
    return aside ? "*" + line.head() + "*" : escaped(line.head());
  }

  private static String cell(Cell cell) {
    String text = escaped(cell.text());
    return switch (cell.mark()) {
      case NONE -> text;
      case BEST -> "**" + text + "**";
      case SECOND -> "<u>*" + text + "*</u>";
    };
  }

  /** Letters that mean something to Markdown or HTML behind backslashes, line ends as spaces. */
  private static String escaped(String text) {
    return text.replaceAll("\\R", " ")
        .chars()
        .mapToObj(c -> ("\\`*_[]<>|#&~".indexOf(c) >= 0 ? "\\" : "") + (char) c)
        .collect(Collectors.joining());
  }
}
