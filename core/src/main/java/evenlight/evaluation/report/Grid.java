package evenlight.evaluation.report;

import java.util.List;

/**
 * A table as it is printed, in whatever format.
 *
 * @param caption what it shows
 * @param corner head of the first column
 * @param columns heads of the others
 * @param lines rows
 */
record Grid(String caption, String corner, List<String> columns, List<Line> lines) {
  /**
   * A row.
   *
   * @param kind what its cells hold
   * @param head its first cell
   * @param cells one for each column
   */
  record Line(Kind kind, String head, List<Cell> cells) {}

  /** What the cells of a line hold. */
  enum Kind {
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
  record Cell(String text, Mark mark) {}
}
