package evenlight.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.evaluation.Summary;
import evenlight.metric.MetricCard;
import evenlight.metric.Score;
import evenlight.text.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A score table as JSON.
 *
 * <pre>
 * {
 *   "samples" : how files were decoded,
 *   "conventions" : { "mef_ssim" : ..., ... },
 *   "methods" : [ {
 *     "method" : "lcndr",
 *     "scenes" : [ {
 *       "scene" : "Tower", "sources" : [ ... ],
 *       "mef_ssim" : x, "mef_ssim_scales" : [ ... ], "mi" : x, ...,
 *       "caveats" : [ { "metric", "kind", "count", "text" } ],  (only if there are any)
 *       "seconds" : x
 *     }, { "scene" : "Night", "sources" : [ ... ], "error" : why it failed } ],
 *     "mean" : { "mef_ssim" : x, ... }, "n" : { ... }, "p" : { ... }
 *   } ]
 * }
 * </pre>
 *
 * <p>A number that does not exist is null. {@code p} is the p-value against the first method.
 */
public final class ScoreJson {
  private ScoreJson() {}

  /** Writes the table to a file. */
  public static void write(ScoreTable table, Path file) throws IOException {
    TextFile.write(file, of(table) + "\n");
  }

  /** The table as indented text. */
  public static String of(ScoreTable table) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("samples", table.samples());
    json.put("conventions", conventions(table.metrics()));
    json.put("methods", table.methods().stream().map(method -> method(table, method)).toList());
    return text(json);
  }

  /**
   * The scores of one image: for each metric its value under its key, after it its parts if it has
   * any; at the end {@code caveats} if there are any.
   *
   * @param scores by id of the metric
   * @return numbers, lists and nulls, in the order of the scores
   */
  public static Map<String, @Nullable Object> flat(Map<String, Score> scores) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    List<Map<String, Object>> caveats = new ArrayList<>();
    scores.forEach(
        (metric, score) -> {
          json.put(Parts.key(metric), number(score.value()));
          if (!score.parts().isEmpty()) {
            json.put(Parts.array(metric), score.parts());
          }
          score.caveats().forEach(caveat -> caveats.add(caveat(metric, caveat)));
        });
    if (!caveats.isEmpty()) {
      json.put("caveats", caveats);
    }
    return json;
  }

  /**
   * The same as indented text, with how the numbers were made.
   *
   * @param cards of these metrics
   * @param samples how files were decoded, in words
   */
  public static String of(Map<String, Score> scores, List<MetricCard> cards, String samples) {
    Map<String, @Nullable Object> json = flat(scores);
    json.put("samples", samples);
    json.put("conventions", conventions(cards));
    return text(json);
  }

  private static Map<String, String> conventions(List<MetricCard> cards) {
    Map<String, String> conventions = new LinkedHashMap<>();
    cards.forEach(card -> conventions.put(card.key(), card.conventions()));
    return conventions;
  }

  private static Map<String, @Nullable Object> method(ScoreTable table, String method) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", method);
    json.put("scenes", table.rowsOf(method).stream().map(ScoreJson::scene).toList());
    Map<String, @Nullable Object> means = new LinkedHashMap<>();
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    Map<String, @Nullable Object> chances = new LinkedHashMap<>();
    for (MetricCard metric : table.metrics()) {
      Summary summary = table.summary(method, metric);
      means.put(metric.key(), number(summary.mean()));
      counts.put(metric.key(), summary.n());
      chances.put(metric.key(), number(summary.p()));
    }
    json.put("mean", means);
    json.put("n", counts);
    json.put("p", chances);
    return json;
  }

  private static Map<String, @Nullable Object> scene(ScoreRow row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("scene", row.scene());
    json.put("sources", row.sources());
    json.putAll(flat(row.scores()));
    row.error()
        .ifPresentOrElse(e -> json.put("error", e), () -> json.put("seconds", row.seconds()));
    return json;
  }

  private static Map<String, Object> caveat(String metric, Score.Caveat caveat) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("metric", Parts.key(metric));
    json.put("kind", caveat.kind().name().toLowerCase(Locale.ROOT));
    json.put("count", caveat.count());
    json.put("text", caveat.text());
    return json;
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }

  private static String text(Map<String, @Nullable Object> json) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("scores must be writable as JSON", e);
    }
  }
}
