package evenlight.evaluation.report;

import evenlight.text.Csv;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as it is printed, in whatever format.
 *
 * @param caption what it shows
 * @param corner head of the first column
 * @param columns heads of the others
 * @param lines rows
 */
public record Grid(String caption, String corner, List<String> columns, List<Line> lines) {
  /** Keeps what was handed over from changing. */
  public Grid {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** The table as Markdown with pipes, its caption above it. */
  public String markdown() {
    return MarkdownTables.of(this);
  }

  /**
   * The table as LaTeX, to be read in by a document that uses booktabs.
   *
   * @param notes what follows the caption
   */
  public String latex(String notes) {
    return LatexTables.of(this, notes);
  }

  /** The table as HTML. */
  public String html() {
    return HtmlTables.of(this, List.of());
  }

  /** The table as comma-separated values, its heads first. */
  public String csv() {
    List<String> heads = new ArrayList<>(List.of(corner));
    heads.addAll(columns);
    StringBuilder csv = new StringBuilder(Csv.line(heads));
    for (Line line : lines) {
      List<String> fields = new ArrayList<>(List.of(line.head()));
      line.cells().forEach(cell -> fields.add(cell.text()));
      csv.append(Csv.line(fields));
    }
    return csv.toString();
  }

  /**
   * A row.
   *
   * @param kind what its cells hold
   * @param head its first cell
   * @param cells one for each column
   */
  public record Line(Kind kind, String head, List<Cell> cells) {
    /** Keeps the cells from changing. */
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** What the cells of a line hold. */
  public enum Kind {
    /** Values of one scene, or means. */
    VALUES,
    /** How many scenes have a value. */
    COUNTS,
    /** p-values. */
    CHANCES,
    /** Means, under the values that they are the means of. */
    TOTAL
  }

  /**
   * A cell.
   *
   * @param text a number, or what stands for it
   * @param mark how it stands in its line
   */
  public record Cell(String text, Mark mark) {
    /** A text that nothing is to be said of. */
    public static Cell of(String text) {
      return new Cell(text, Mark.NONE);
    }
  }
}
