package evenlight.evaluation.report;

import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import java.util.List;
import java.util.stream.Collectors;

/** Score tables as LaTeX that needs no package but booktabs. */
final class LatexTables {
  /** Letters of formulas that look unlike Latin ones. */
  private static final String GREEK = "αβγδεζηθικλμνξπρστφχψωΓΔΘΛΞΠΣΦΨΩ";

  private static final List<String> NAMES =
      List.of(
          ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma"
                  + " tau phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega")
              .split(" "));

  private LatexTables() {}

  static String of(ScoreTable table) {
    StringBuilder text = new StringBuilder("% Needs \\usepackage{booktabs}.\n");
    String notes = String.join(" ", Notes.all(table)) + " Best bold, second best underlined.";
    text.append(of(Grids.means(table), notes));
    if (!table.metrics().isEmpty()) {
      text.append('\n');
      text.append(of(Grids.scenes(table, table.metrics().get(0)), Notes.samples(table)));
    }
    return text.toString();
  }

  /** A table with its caption and what follows that. */
  static String of(Grid grid, String notes) {
    StringBuilder text = new StringBuilder();
    text.append("\\begin{table}\n  \\centering\n");
    text.append("  \\caption{").append(escaped(grid.caption() + ". " + notes)).append("}\n");
    text.append("  \\begin{tabular}{l").append("r".repeat(grid.columns().size())).append("}\n");
    text.append("    \\toprule\n");
    text.append(row(grid.corner(), grid.columns().stream().map(LatexTables::escaped).toList()));
    text.append("    \\midrule\n");
    for (Line line : grid.lines()) {
      if (line.kind() == Kind.TOTAL) {
        text.append("    \\midrule\n");
      }
      text.append(row(head(line), line.cells().stream().map(LatexTables::cell).toList()));
    }
    return text.append("    \\bottomrule\n  \\end{tabular}\n\\end{table}\n").toString();
  }

  private static String row(String head, Iterable<String> cells) {
    return "    " + head + " & " + String.join(" & ", cells) + " \\\\\n";
  }

  private static String head(Line line) {
    boolean aside = line.kind() == Kind.COUNTS || line.kind() == Kind.CHANCES;
    // Braces keep a name that starts with a bracket from being read as an option of the line end.
    return aside ? "\\quad $" + line.head() + "$" : "{" + escaped(line.head()) + "}";
  }

  private static String cell(Cell cell) {
    String text = escaped(cell.text());
    String number = text.replaceFirst("^-(?=\\d)", "\\$-\\$");
    return switch (cell.mark()) {
      case NONE -> number;
      case BEST -> "\\textbf{" + number + "}";
      case SECOND -> "\\underline{" + number + "}";
    };
  }

  private static String escaped(String text) {
    return text.replaceAll("\\R", " ")
        .codePoints()
        .mapToObj(LatexTables::escaped)
        .collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '&', '%', '$', '#', '_', '{', '}' -> "\\" + (char) c;
      case '<', '>', '|' -> "$" + (char) c + "$";
      case '–' -> "--";
      case '—' -> "---";
      case '’' -> "'";
      case '×' -> "$\\times$";
      case '·' -> "$\\cdot$";
      case '±' -> "$\\pm$";
      case '✓' -> "$\\surd$";
      case '≤' -> "$\\le$";
      case '≥' -> "$\\ge$";
      case '↑' -> "$\\uparrow$";
      case '↓' -> "$\\downarrow$";
      case '→' -> "$\\rightarrow$";
      case '²', '³' -> "$^" + (c == '²' ? 2 : 3) + "$";
      case 'µ' -> "$\\mu$";
      default -> known(c) ? Character.toString(c) : greekOrNumber(c);
    };
  }

  private static String greekOrNumber(int c) {
    int place = GREEK.indexOf(c);
    return place < 0 ? "U+%04X".formatted(c) : "$\\" + NAMES.get(place) + "$";
  }

  /** What LaTeX typesets in its first encoding: ASCII and most letters of Latin-1. */
  private static boolean known(int c) {
    return (c >= ' ' && c <= '~') || (c >= 0xC0 && c <= 0xFF && "ÐÞðþ÷".indexOf(c) < 0);
  }
}
