package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.evaluation.Processor;
import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Table VII: seconds and memory of every method, at the size of the data and at 1, 12 and 48
 * megapixels, and how time grows with the size.
 *
 * <p>A size that would take a method more than {@value EfficiencyLine#PATIENCE} seconds, by what
 * the size before took, is left out, and all that are larger.
 */
final class EfficiencyTable implements Experiment {
  private static final double MEBI = 1 << 20;
  private static final int[][] SIZES = {{866, 1155}, {3000, 4000}, {6000, 8000}};

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
        EfficiencyLine line = new EfficiencyLine(laboratory.method(id), pair);
        sizes.forEach(size -> cells.addAll(line.measure(size)));
        cells.add(line.growth());
        line.obstacles().forEach(obstacle -> notes.add(id + obstacle));
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

  private static String conditions() {
    return "Medians after one fusion that is not counted, without decoding; %s, %d processors, Java"
            .formatted(Processor.name(), Runtime.getRuntime().availableProcessors())
        + " heap of at most %.0f MiB, float32. Memory is the peak of the whole process."
            .formatted(Runtime.getRuntime().maxMemory() / MEBI)
        + " The paper's seconds are of MATLAB on an i5-11400F and of a RTX 3060.";
  }
}
