package evenlight.evaluation.report;

import evenlight.evaluation.EvaluationPictures;
import evenlight.evaluation.RunFolder;
import evenlight.evaluation.ScoreTable;
import evenlight.metric.MefSsim;
import java.io.IOException;

/** All files that tell of an evaluation. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code scores.csv}, {@code scores.json}, {@code scores.md}, {@code scores.tex} and
   * {@code report.html}, replacing those that are there.
   */
  public static void write(ScoreTable table, EvaluationPictures pictures, RunFolder folder)
      throws IOException {
    ScoreCsv.write(table, folder.file("scores.csv"));
    ScoreJson.write(table, folder.file("scores.json"));
    ScoreTables.writeMarkdown(table, folder.file("scores.md"));
    ScoreTables.writeLatex(table, folder.file("scores.tex"));
    new HtmlReport(MefSsim::qualityMap).write(table, pictures, folder.file("report.html"));
  }
}
