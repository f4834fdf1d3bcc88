package evenlight.evaluation.report;

import evenlight.evaluation.ScoreTable;
import evenlight.metric.Score;
import java.util.List;
import java.util.stream.Stream;

/** What the parts of a score are called in files: scales of MEF-SSIM, else one per source. */
final class Parts {
  private static final String SCALES = "mef-ssim";

  private Parts() {}

  /** Name of the array in JSON. */
  static String array(String metric) {
    return key(metric) + (metric.equals(SCALES) ? "_scales" : "_per_source");
  }

  /** Name of the column in CSV of the part at an index from 0. */
  static String column(String metric, int index) {
    return key(metric) + "_s" + (index + 1);
  }

  /** The most parts that a score of this metric has in a table. */
  static int most(ScoreTable table, String metric) {
    return table.rows().stream()
        .flatMap(row -> Stream.ofNullable(row.scores().get(metric)))
        .map(Score::parts)
        .mapToInt(List::size)
        .max()
        .orElse(0);
  }

  /** The id of a metric as a name in JSON and CSV. */
  static String key(String metric) {
    return metric.replace('-', '_');
  }
}
