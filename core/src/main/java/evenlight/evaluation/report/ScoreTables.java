package evenlight.evaluation.report;

import evenlight.evaluation.ScoreTable;
import evenlight.metric.MetricCard;
import evenlight.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A score table for a paper or a page: the means of every metric with n and p, and the first metric
 * scene by scene.
 *
 * <p>The best value of a line is bold. The second best is underlined in LaTeX, bold and italic in
 * Markdown, which knows no underline. Lines of n are left out where every scene has a value.
 */
public final class ScoreTables {
  private ScoreTables() {}

  /** Name of a metric with an arrow to where it is better. */
  public static String name(MetricCard metric) {
    return Notes.name(metric);
  }

  /** Both tables as Markdown with pipes. */
  public static String markdown(ScoreTable table) {
    return MarkdownTables.of(table);
  }

  /** Both tables as LaTeX, to be read in by a document that uses booktabs. */
  public static String latex(ScoreTable table) {
    return LatexTables.of(table);
  }

  /** Writes {@link #markdown} to a file. */
  public static void writeMarkdown(ScoreTable table, Path file) throws IOException {
    TextFile.write(file, markdown(table));
  }

  /** Writes {@link #latex} to a file. */
  public static void writeLatex(ScoreTable table, Path file) throws IOException {
    TextFile.write(file, latex(table));
  }
}
