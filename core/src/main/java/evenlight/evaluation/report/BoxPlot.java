package evenlight.evaluation.report;

import evenlight.evaluation.ScoreTable;
import evenlight.image.draw.Axis;
import evenlight.metric.MetricCard;
import evenlight.text.Html;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** One metric as an inline SVG: a lying box for each method, outliers linked to their scenes. */
final class BoxPlot {
  private static final int WIDTH = 380;
  private static final int ROW = 24;
  private static final int TOP = 4;
  private static final int AXIS = 26;
  private static final int RIGHT = 16;
  private static final int HALF_BOX = 7;
  private static final int HALF_CAP = 4;
  private static final int MOST_LETTERS = 18;
  private static final int LETTER = 7;
  private static final int GAP = 12;

  private final ScoreTable table;
  private final MetricCard metric;
  private final List<List<Point>> points;
  private final int left;
  private final Axis axis;
  private final StringBuilder svg = new StringBuilder();

  private record Point(int scene, double value) {}

  private BoxPlot(ScoreTable table, MetricCard metric, List<List<Point>> points) {
    this.table = table;
    this.metric = metric;
    this.points = points;
    int letters = table.methods().stream().mapToInt(String::length).max().orElse(0);
    this.left = Math.min(letters, MOST_LETTERS) * LETTER + GAP;
    this.axis = Axis.over(values().min().orElse(0), values().max().orElse(1));
  }

  /** The plot; empty if no scene has a value. */
  static String svg(ScoreTable table, MetricCard metric) {
    List<List<Point>> points =
        table.methods().stream().map(method -> points(table, method, metric)).toList();
    return points.stream().allMatch(List::isEmpty) ? "" : new BoxPlot(table, metric, points).draw();
  }

  private static List<Point> points(ScoreTable table, String method, MetricCard metric) {
    return IntStream.range(0, table.scenes().size())
        .boxed()
        .flatMap(
            scene ->
                table.row(method, table.scenes().get(scene)).stream()
                    .flatMapToDouble(row -> row.value(metric.id()).stream())
                    .mapToObj(value -> new Point(scene, value)))
        .toList();
  }

  private DoubleStream values() {
    return points.stream().flatMap(List::stream).mapToDouble(Point::value);
  }

  private String draw() {
    int bottom = TOP + ROW * points.size();
    append(
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        WIDTH, bottom + AXIS, Html.text("Box plots of " + metric.name() + ", one for each method"));
    for (BigDecimal tick : axis.ticks()) {
      double x = x(tick.doubleValue());
      append("<path class=\"tick\" d=\"M%.1f %dV%d\"/>", x, TOP, bottom + 4);
      append(
          "<text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text>",
          x, bottom + AXIS - 8, tick.toPlainString());
    }
    for (int i = 0; i < points.size(); i++) {
      drawMethod(table.methods().get(i), points.get(i), TOP + ROW * i + ROW / 2);
    }
    return svg.append("</svg>").toString();
  }

  private void drawMethod(String method, List<Point> values, int y) {
    String label =
        method.length() > MOST_LETTERS ? method.substring(0, MOST_LETTERS - 1) + "…" : method;
    append(
        "<text class=\"method\" x=\"%d\" y=\"%d\">%s<title>%s</title></text>",
        left - GAP, y + 4, Html.text(label), Html.text(method));
    if (!values.isEmpty()) {
      drawBox(method, values, y);
    }
  }

  private void drawBox(String method, List<Point> values, int y) {
    BoxStatistics box = BoxStatistics.of(values.stream().mapToDouble(Point::value).toArray());
    double low = x(box.lowerWhisker());
    double high = x(box.upperWhisker());
    double from = x(box.lowerQuartile());
    double to = x(box.upperQuartile());
    append(
        "<g><title>%s</title>",
        Html.text(
            "%s: median %s, quartiles %s and %s"
                .formatted(
                    method,
                    printed(box.median()),
                    printed(box.lowerQuartile()),
                    printed(box.upperQuartile()))));
    append("<path class=\"whisker\" d=\"M%.1f %dH%.1fM%.1f %dH%.1f", low, y, from, to, y, high);
    append(
        "M%.1f %dv%dM%.1f %dv%d\"/>",
        low, y - HALF_CAP, 2 * HALF_CAP, high, y - HALF_CAP, 2 * HALF_CAP);
    append(
        "<rect class=\"quartiles\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
        from, y - HALF_BOX, Math.max(to - from, 1), 2 * HALF_BOX);
    append(
        "<path class=\"median\" d=\"M%.1f %dv%d\"/></g>",
        x(box.median()), y - HALF_BOX, 2 * HALF_BOX);
    for (int outlier : box.outliers()) {
      drawOutlier(method, values.get(outlier), y);
    }
  }

  private void drawOutlier(String method, Point point, int y) {
    append(
        "<a href=\"#scene-%d\"><circle class=\"outlier\" cx=\"%.1f\" cy=\"%d\" r=\"3\"><title>%s</title></circle></a>",
        point.scene() + 1,
        x(point.value()),
        y,
        Html.text(
            "%s, %s: %s"
                .formatted(method, table.scenes().get(point.scene()), printed(point.value()))));
  }

  private String printed(double value) {
    return Numbers.fixed(value, Numbers.decimals(table, metric.id()));
  }

  private double x(double value) {
    return left + axis.share(value) * (WIDTH - RIGHT - left);
  }

  private void append(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments));
  }
}
