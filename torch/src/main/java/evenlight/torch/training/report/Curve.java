package evenlight.torch.training.report;

import evenlight.image.draw.Ink;
import java.util.List;

/**
 * A line of a plot.
 *
 * @param name what it shows
 * @param ink to draw it with
 * @param points from left to right
 */
record Curve(String name, Ink ink, List<Point> points) {
  /** A value at a step. */
  record Point(int step, double value) {}

  Curve {
    points = List.copyOf(points);
  }

  /** What one column says in rows of one kind. */
  static Curve of(List<MetricsRow> rows, MetricsRow.Kind kind, String column, Ink ink) {
    return new Curve(
        kind.text(),
        ink,
        rows.stream()
            .filter(row -> row.kind() == kind && row.values().containsKey(column))
            .map(row -> new Point(row.step(), row.values().getOrDefault(column, Double.NaN)))
            .toList());
  }
}
