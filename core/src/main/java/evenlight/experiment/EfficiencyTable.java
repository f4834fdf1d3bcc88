package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.dataset.Scene;
import evenlight.evaluation.Processor;
import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import evenlight.image.io.Colour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Table VII: seconds and memory of every method, at the size of the data and at 1, 12 and 48
 * megapixels, and how time grows with the size.
 *
 * <p>A size that would take a method more than {@value EfficiencyLine#PATIENCE} seconds, by what
 * the size before took, is left out, and all that are larger.
 */
record EfficiencyTable(String id, String title) implements Experiment {
  private static final int[][] SIZES = {{866, 1155}, {3000, 4000}, {6000, 8000}};

  @Override
  public Section run(Laboratory laboratory) throws IOException {
    Scene scene = laboratory.firstScene(id);
    Bracket pair = Bracket.read(Colour.STORED, scene.under(), scene.over());
    PaperTable paper = PaperTable.read(id);
    LineUp lineUp = laboratory.lineUp();
    List<int[]> sizes = new ArrayList<>();
    sizes.add(new int[] {pair.height(), pair.width()});
    sizes.addAll(List.of(SIZES));
    List<Line> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>(List.of(conditions()));
    for (String method : LineUp.IDS) {
      Optional<EfficiencyLine> line =
          lineUp.method(method).map(made -> new EfficiencyLine(made, pair));
      List<Cell> cells = new ArrayList<>(measured(line, sizes));
      cells.add(Cell.of(Numbers.fixed(paper.value("seconds", method), PaperTable.DECIMALS)));
      lines.add(new Line(Kind.VALUES, lineUp.label(method), cells));
      line.ifPresent(done -> done.obstacles().forEach(obstacle -> notes.add(method + obstacle)));
    }
    notes.addAll(lineUp.notes());
    Grid grid = new Grid(title, "Method", heads(sizes), lines);
    return new Section(id, title, List.of(grid), List.of(), notes);
  }

  /** Seconds and memory for each size, and the growth; of a method that cannot run, none. */
  private static List<Cell> measured(Optional<EfficiencyLine> line, List<int[]> sizes) {
    List<Cell> cells = new ArrayList<>();
    for (int[] size : sizes) {
      cells.addAll(line.map(method -> method.measure(size)).orElse(EfficiencyLine.NOTHING));
    }
    cells.add(line.map(EfficiencyLine::growth).orElse(Cell.of(Numbers.NONE)));
    return cells;
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
            .formatted(Runtime.getRuntime().maxMemory() / EfficiencyLine.MEBI)
        + " The paper's seconds are of MATLAB on an i5-11400F and of a RTX 3060.";
  }
}
