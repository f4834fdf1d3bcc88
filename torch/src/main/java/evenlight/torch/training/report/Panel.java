package evenlight.torch.training.report;

import evenlight.image.draw.Axis;
import evenlight.image.draw.Ink;
import evenlight.image.draw.LogAxis;
import evenlight.image.draw.Scale;
import evenlight.torch.training.report.Curve.Point;
import evenlight.torch.training.report.MetricsRow.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * Curves over one pair of axes.
 *
 * @param title what the values are
 * @param mayBeLogarithmic whether values that lie far apart are better told by their ratio
 * @param curves each with at least one point
 */
record Panel(String title, boolean mayBeLogarithmic, List<Curve> curves) {
  /** From this ratio on values lie far apart. */
  private static final double FAR = 10;

  private static final Ink TRAIN = new Ink(0.12f, 0.38f, 0.68f);
  private static final Ink VAL = new Ink(0.82f, 0.35f, 0.1f);

  Panel {
    curves = List.copyOf(curves);
  }

  /** Loss, each metric, learning rate and gradient norm, as far as the rows tell of them. */
  static List<Panel> of(List<MetricsRow> rows) {
    TreeSet<String> metrics = new TreeSet<>();
    rows.stream()
        .filter(row -> row.kind() == Kind.VAL)
        .forEach(row -> metrics.addAll(row.values().keySet()));
    metrics.remove(MetricsRow.LOSS);
    List<Panel> panels = new ArrayList<>();
    panels.add(of(rows, MetricsRow.LOSS, true));
    metrics.forEach(metric -> panels.add(of(rows, metric, false)));
    panels.add(of(rows, MetricsRow.LEARNING_RATE, false));
    panels.add(of(rows, MetricsRow.GRADIENT_NORM, true));
    panels.removeIf(panel -> panel.curves().isEmpty());
    return panels;
  }

  private static Panel of(List<MetricsRow> rows, String column, boolean mayBeLogarithmic) {
    List<Curve> curves = new ArrayList<>();
    curves.add(Curve.of(rows, Kind.TRAIN, column, TRAIN));
    curves.add(Curve.of(rows, Kind.VAL, column, VAL));
    curves.removeIf(curve -> curve.points().isEmpty());
    return new Panel(column.replace('_', ' '), mayBeLogarithmic, curves);
  }

  Scale steps() {
    int last =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .mapToInt(Point::step)
            .max()
            .orElse(1);
    return Axis.over(0, last);
  }

  Scale values() {
    double least = all().min().orElse(0);
    double most = all().max().orElse(1);
    return mayBeLogarithmic && least > 0 && most >= FAR * least
        ? LogAxis.over(least, most)
        : Axis.over(least, most);
  }

  private DoubleStream all() {
    return curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(Point::value);
  }
}
