package evenlight.evaluation.report;

import evenlight.evaluation.ScoreRow;
import evenlight.evaluation.ScoreTable;
import evenlight.metric.MetricCard;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import evenlight.metric.Score;
import evenlight.metric.Score.Caveat;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Three methods on three scenes: a scene on which one fails, a tie, a value that does not exist, a
 * metric of which less is better, and names that every format has to escape.
 */
final class SmallTable {
  static final String SCENE = "Tower & <sky>, \"50%\" #1_a|b";
  static final MetricCard MEF_SSIM = card("mef-ssim", "MEF-SSIM", Direction.HIGHER);
  static final MetricCard PSNR = card("psnr", "PSNR", Direction.HIGHER);
  static final MetricCard LOE = card("loe", "LOE", Direction.LOWER);

  private SmallTable() {}

  static ScoreTable table() {
    List<ScoreRow> rows = new ArrayList<>();
    rows.add(row("lcndr", SCENE, scale(0.98, 0.99, 0.98, 0.97), Score.of(21.5), Score.of(150)));
    rows.add(row("lcndr", "Night", scale(0.9), without(), Score.of(100)));
    rows.add(row("lcndr", "Sea", scale(0.95), Score.of(20.25), Score.of(-0.004)));
    rows.add(row("average_2", SCENE, scale(0.98), Score.of(19), Score.of(300)));
    rows.add(
        ScoreRow.failed("average_2", "Night", List.of("a.png", "b.png"), "no, it <failed>\nhere"));
    rows.add(row("average_2", "Sea", scale(1 / 3.0), Score.of(18.5), Score.of(200)));
    rows.add(row("m&m", SCENE, scale(0.5), Score.of(22), Score.of(50)));
    rows.add(row("m&m", "Night", scale(0.6), Score.of(23), Score.of(60)));
    rows.add(row("m&m", "Sea", scale(0.7), Score.of(24), Score.of(70)));
    return new ScoreTable(
        List.of("lcndr", "average_2", "m&m"),
        List.of(SCENE, "Night", "Sea"),
        List.of(MEF_SSIM, PSNR, LOE),
        "8-bit, as decoded",
        rows);
  }

  static MetricCard card(String id, String name, Direction direction) {
    return new MetricCard(
        id,
        name,
        Against.SOURCES,
        direction,
        "[0, 1]",
        "",
        "q = a / b",
        "grey",
        "0 to 255",
        "none",
        "window 11_" + id,
        "A. Author & B. Author, A title, 2015",
        URI.create("https://example.org/?a=1&b=2"),
        "");
  }

  static ScoreRow row(String method, String scene, Score first, Score second, Score third) {
    Map<String, Score> scores = new LinkedHashMap<>();
    scores.put(MEF_SSIM.id(), first);
    scores.put(PSNR.id(), second);
    scores.put(LOE.id(), third);
    return new ScoreRow(
        method, scene, List.of("a.png", "b;\"c\".png"), scores, 0.125, java.util.Optional.empty());
  }

  private static Score scale(double value, Double... parts) {
    return new Score(OptionalDouble.of(value), List.of(parts), List.of());
  }

  private static Score without() {
    return Score.without(Caveat.Kind.INFINITE, "the image equals the ground truth, no ratio");
  }
}
