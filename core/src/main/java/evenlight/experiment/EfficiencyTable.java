package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.evaluation.Processor;
import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import evenlight.fusion.FusionMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Table VII: seconds and memory of every method, at the size of the data and at 1, 12 and 48
 * megapixels, and how time grows with the size.
 *
 * <p>A size that would take a method more than {@value #PATIENCE} seconds, by what the size before
 * took, is left out, and all that are larger.
 */
final class EfficiencyTable implements Experiment {
  private static final int PATIENCE = 120;
  private static final double MEBI = 1 << 20;
  private static final int[][] SIZES = {{866, 1155}, {3000, 4000}, {6000, 8000}};
  private static final double QUICK = 5;
  private static final int TIMES = 5;
  private static final int FEW_TIMES = 1;

  @Override
  public String id() {
    return "table7";
  }

  @Override
  public String title() {
    return "Table VII: seconds and memory";
  }

  @Override
  public Section run(Laboratory laboratory) throws IOException {
    Bracket pair = laboratory.firstPair();
    PaperTable paper = PaperTable.read(id());
    LineUp lineUp = laboratory.lineUp();
    List<int[]> sizes = new ArrayList<>();
    sizes.add(new int[] {pair.height(), pair.width()});
    sizes.addAll(List.of(SIZES));
    List<Line> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (String id : lineUp.ids()) {
      List<Cell> cells = new ArrayList<>();
      if (lineUp.absence(id).isEmpty()) {
        cells.addAll(measured(laboratory.method(id), id, pair, sizes, notes));
      } else {
        sizes.forEach(size -> cells.addAll(List.of(none(), none())));
        cells.add(none());
      }
      cells.add(Cell.of(Numbers.fixed(paper.value("seconds", id), 3)));
      lines.add(new Line(Kind.VALUES, lineUp.label(id), cells));
    }
    notes.add(0, conditions());
    notes.addAll(lineUp.notes());
    Grid grid = new Grid(title(), "Method", heads(sizes), lines);
    return new Section(id(), title(), List.of(grid), List.of(), notes);
  }

  private static Cell none() {
    return Cell.of(Numbers.NONE);
  }

  private static List<String> heads(List<int[]> sizes) {
    List<String> heads = new ArrayList<>();
    for (int[] size : sizes) {
      String name = "%d×%d".formatted(size[0], size[1]);
      heads.add(name + ", s (least to most)");
      heads.add(name + ", MiB");
    }
    heads.addAll(List.of("growth", "s in the paper"));
    return heads;
  }

  /** Seconds and memory at every size, and the exponent of their growth. */
  private static List<Cell> measured(
      FusionMethod method, String id, Bracket pair, List<int[]> sizes, List<String> notes) {
    List<Cell> cells = new ArrayList<>();
    List<double[]> points = new ArrayList<>();
    String obstacle = "";
    for (int[] size : sizes) {
      double pixels = (double) size[0] * size[1];
      if (obstacle.isEmpty()) {
        obstacle = tooLong(points, pixels);
      }
      if (obstacle.isEmpty()) {
        try {
          Bracket bracket = MirroredBracket.of(pair, size[0], size[1]);
          Effort effort = Effort.of(method, bracket, times(points, pixels));
          points.add(new double[] {pixels, effort.median()});
          cells.addAll(cells(effort));
          continue;
        } catch (RuntimeException | OutOfMemoryError e) {
          obstacle =
              e instanceof OutOfMemoryError ? "out of memory" : String.valueOf(e.getMessage());
        }
      }
      notes.add("%s was not run at %d×%d: %s.".formatted(id, size[0], size[1], obstacle));
      cells.addAll(List.of(none(), none()));
    }
    cells.add(Cell.of(points.size() < 2 ? Numbers.NONE : Numbers.fixed(growth(points), 2)));
    return cells;
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

  private static int times(List<double[]> points, double pixels) {
    return expected(points, pixels) < QUICK ? TIMES : FEW_TIMES;
  }

  private static String tooLong(List<double[]> points, double pixels) {
    double expected = expected(points, pixels);
    return expected > PATIENCE
        ? String.format(Locale.ROOT, "it would take about %.0f s", expected)
        : "";
  }

  /** Seconds, if time grows as the number of pixels does. */
  private static double expected(List<double[]> points, double pixels) {
    if (points.isEmpty()) {
      return 0;
    }
    double[] last = points.get(points.size() - 1);
    return last[1] * pixels / last[0];
  }

  /** Slope of the straight line through the logarithms of pixels and seconds, by least squares. */
  static double growth(List<double[]> points) {
    double meanOfX = points.stream().mapToDouble(p -> Math.log(p[0])).average().orElseThrow();
    double meanOfY = points.stream().mapToDouble(p -> Math.log(p[1])).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (double[] point : points) {
      double x = Math.log(point[0]) - meanOfX;
      products += x * (Math.log(point[1]) - meanOfY);
      squares += x * x;
    }
    return products / squares;
  }

  private static String conditions() {
    return "Medians after one fusion that is not counted, without decoding; %s, %d processors, Java"
            .formatted(Processor.name(), Runtime.getRuntime().availableProcessors())
        + " heap of at most %.0f MiB, float32. Memory is the peak of the whole process."
            .formatted(Runtime.getRuntime().maxMemory() / MEBI)
        + " The paper's seconds are of MATLAB on an i5-11400F and of a RTX 3060.";
  }
}
