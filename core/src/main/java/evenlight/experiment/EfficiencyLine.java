package evenlight.experiment;

import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Seconds and memory of one method, from small pictures to large ones. */
final class EfficiencyLine {
  /** Seconds that one fusion may take. */
  static final int PATIENCE = 120;

  /** Seconds up to which a fusion is made once more, to warm up. */
  static final int QUICK = 5;

  /** Where nothing was measured. */
  static final List<Cell> NOTHING = List.of(Cell.of(Numbers.NONE), Cell.of(Numbers.NONE));

  /** Bytes of a MiB. */
  static final double MEBI = 1 << 20;

  private static final int DECIMALS = 2;

  /** How many times more pixels the largest size must have for growth to mean something. */
  private static final double WIDE = 4;

  private final Measurement measurement;
  private final List<Point> points = new ArrayList<>();
  private final List<String> obstacles = new ArrayList<>();

  /** What the line is made of. */
  interface Measurement {
    /**
     * What fusing takes.
     *
     * @param warmUp size of the picture that is fused before
     */
    Effort of(PictureSize size, PictureSize warmUp) throws IOException, InterruptedException;
  }

  /**
   * What was measured.
   *
   * @param size of the picture
   * @param seconds for it
   */
  record Point(PictureSize size, double seconds) {}

  EfficiencyLine(Measurement measurement) {
    this.measurement = measurement;
  }

  /**
   * Seconds and memory at a size, which must be larger than the one before; after a size that was
   * too large, none.
   */
  List<Cell> measure(PictureSize size) throws IOException, InterruptedException {
    if (!obstacles.isEmpty()) {
      return NOTHING;
    }
    double expected = expected(size);
    if (expected > PATIENCE) {
      return without(size, String.format(Locale.ROOT, "it would take about %.0f s", expected));
    }
    Effort effort = measurement.of(size, expected > QUICK ? points.get(0).size() : size);
    if (!effort.obstacle().isEmpty()) {
      return without(size, effort.obstacle());
    }
    points.add(new Point(size, effort.median()));
    return cells(effort);
  }

  private List<Cell> without(PictureSize size, String reason) {
    obstacles.add(" was not run at %s: %s.".formatted(size, reason));
    return NOTHING;
  }

  /** Why sizes are missing; sentences that begin with the method's id. */
  List<String> obstacles() {
    return List.copyOf(obstacles);
  }

  /** Seconds, if time grows as the number of pixels does; of the first size, nobody knows. */
  private double expected(PictureSize size) {
    if (points.isEmpty()) {
      return 0;
    }
    Point last = points.get(points.size() - 1);
    return last.seconds() * size.pixels() / last.size().pixels();
  }

  private static List<Cell> cells(Effort effort) {
    String median = Numbers.fixed(effort.median(), DECIMALS);
    String spread =
        effort.seconds().size() == 1
            ? "once"
            : "%s to %s"
                .formatted(
                    Numbers.fixed(effort.least(), DECIMALS),
                    Numbers.fixed(effort.most(), DECIMALS));
    String memory = effort.peak() > 0 ? Numbers.fixed(effort.peak() / MEBI, 0) : Numbers.NONE;
    return List.of(Cell.of("%s (%s)".formatted(median, spread)), Cell.of(memory));
  }

  /** The exponent of the growth; none from sizes that are too much alike to tell. */
  Cell growth() {
    return Cell.of(isWide() ? Numbers.fixed(growth(points), DECIMALS) : Numbers.NONE);
  }

  private boolean isWide() {
    return !points.isEmpty()
        && points.get(points.size() - 1).size().pixels() >= WIDE * points.get(0).size().pixels();
  }

  /** Slope of the straight line through the logarithms of pixels and seconds, by least squares. */
  static double growth(List<Point> points) {
    double meanOfX =
        points.stream().mapToDouble(p -> Math.log(p.size().pixels())).average().orElseThrow();
    double meanOfY =
        points.stream().mapToDouble(p -> Math.log(p.seconds())).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Point point : points) {
      double x = Math.log(point.size().pixels()) - meanOfX;
      products += x * (Math.log(point.seconds()) - meanOfY);
      squares += x * x;
    }
    return products / squares;
  }
}
