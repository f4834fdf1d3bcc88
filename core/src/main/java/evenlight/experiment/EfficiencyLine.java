package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Numbers;
import evenlight.fusion.FusionMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Seconds and memory of one method, from small pictures to large ones. */
final class EfficiencyLine {
  /** Seconds that one fusion may take. */
  static final int PATIENCE = 120;

  /** Where nothing was measured. */
  static final List<Cell> NOTHING = List.of(Cell.of(Numbers.NONE), Cell.of(Numbers.NONE));

  /** Bytes of a MiB. */
  static final double MEBI = 1 << 20;

  private static final int DECIMALS = 2;

  /** Seconds up to which a fusion is timed several times. */
  private static final double QUICK = 5;

  private static final int TIMES = 5;

  private final FusionMethod method;
  private final Bracket pair;
  private final List<Point> points = new ArrayList<>();
  private final List<String> obstacles = new ArrayList<>();

  /**
   * What was measured.
   *
   * @param pixels of the picture
   * @param seconds for it
   */
  record Point(double pixels, double seconds) {}

  EfficiencyLine(FusionMethod method, Bracket pair) {
    this.method = method;
    this.pair = pair;
  }

  /** Seconds and memory at a height and width; after a size that was too large, none. */
  List<Cell> measure(int[] size) {
    double expected = expected((double) size[0] * size[1]);
    if (expected > PATIENCE) {
      obstacle(size, String.format(Locale.ROOT, "it would take about %.0f s", expected));
    }
    return obstacles.isEmpty()
        ? effort(size, expected).map(EfficiencyLine::cells).orElse(NOTHING)
        : NOTHING;
  }

  private Optional<Effort> effort(int[] size, double expected) {
    try {
      Bracket bracket = MirroredBracket.of(pair, size[0], size[1]);
      Effort effort = Effort.of(method, bracket, expected < QUICK ? TIMES : 1);
      points.add(new Point((double) size[0] * size[1], effort.median()));
      return Optional.of(effort);
    } catch (OutOfMemoryError e) {
      obstacle(size, "it does not fit into memory");
    } catch (RuntimeException e) {
      obstacle(size, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private void obstacle(int[] size, String reason) {
    obstacles.add(" was not run at %d×%d: %s.".formatted(size[0], size[1], reason));
  }

  /** Why sizes are missing; sentences that begin with the method's id. */
  List<String> obstacles() {
    return List.copyOf(obstacles);
  }

  /** Seconds, if time grows as the number of pixels does. */
  private double expected(double pixels) {
    if (points.isEmpty()) {
      return 0;
    }
    Point last = points.get(points.size() - 1);
    return last.seconds() * pixels / last.pixels();
  }

  private static List<Cell> cells(Effort effort) {
    String seconds =
        String.format(
            Locale.ROOT, "%.2f (%.2f to %.2f)", effort.median(), effort.least(), effort.most());
    String memory =
        effort.peak().isPresent()
            ? String.format(Locale.ROOT, "%.0f", effort.peak().getAsLong() / MEBI)
            : Numbers.NONE;
    return List.of(Cell.of(seconds), Cell.of(memory));
  }

  /** The exponent of the growth. */
  Cell growth() {
    return Cell.of(points.size() < 2 ? Numbers.NONE : Numbers.fixed(growth(points), DECIMALS));
  }

  /** Slope of the straight line through the logarithms of pixels and seconds, by least squares. */
  static double growth(List<Point> points) {
    double meanOfX = points.stream().mapToDouble(p -> Math.log(p.pixels())).average().orElseThrow();
    double meanOfY =
        points.stream().mapToDouble(p -> Math.log(p.seconds())).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Point point : points) {
      double x = Math.log(point.pixels()) - meanOfX;
      products += x * (Math.log(point.seconds()) - meanOfY);
      squares += x * x;
    }
    return products / squares;
  }
}
