package evenlight.experiment;

import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import evenlight.figure.ColourShare;
import evenlight.figure.Figure;
import evenlight.image.Image8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fig. 8: the share of red, green and blue in every picture. What the paper compares there, its
 * network with and without coordination, is trained and compared by {@code ablate}.
 */
record ComponentsFigure(String id, String title) implements Experiment {
  private static final int DECIMALS = 4;

  @Override
  public Section run(Laboratory laboratory) throws IOException, InterruptedException {
    Competition competition = laboratory.competition(Material.TRUTH, id);
    List<Figure> figures = ScenePanels.figures(this, competition, true);
    List<String> notes = new ArrayList<>();
    notes.add("A component's share is its sum over the sum of all three.");
    notes.add("evenlight ablate trains and compares the network with and without coordination.");
    notes.addAll(laboratory.lineUp().notes());
    return new Section(id, title, List.of(means(competition)), figures, notes);
  }

  /** The sum of one picture's numbers over the scenes. */
  private static final class Sums {
    private final double[] shares = new double[3];
    private double distance;
    private int count;

    private void add(ColourShare share, ColourShare truth) {
      for (int c = 0; c < shares.length; c++) {
        shares[c] += share.values().get(c);
      }
      distance += share.distance(truth);
      count++;
    }

    private Line line(String label) {
      List<Cell> cells = new ArrayList<>();
      for (double share : shares) {
        cells.add(Cell.of(Numbers.fixed(share / count, DECIMALS)));
      }
      cells.add(Cell.of(Numbers.fixed(distance / count, DECIMALS)));
      return new Line(Kind.VALUES, label, cells);
    }
  }

  private Grid means(Competition competition) throws IOException {
    Map<String, Sums> sums = new LinkedHashMap<>();
    List<String> scenes = competition.someScenes(Integer.MAX_VALUE);
    for (String scene : scenes) {
      Map<String, Image8> pictures = ScenePanels.pictures(competition, scene);
      Image8 truth = pictures.get(ScenePanels.TRUTH);
      if (truth != null) {
        ColourShare wanted = ColourShare.of(truth);
        pictures.forEach(
            (label, picture) ->
                sums.computeIfAbsent(label, unused -> new Sums())
                    .add(ColourShare.of(picture), wanted));
      }
    }
    List<Line> lines = new ArrayList<>();
    sums.forEach((label, sum) -> lines.add(sum.line(label)));
    return new Grid(
        "%s, means (%d scenes)".formatted(title, scenes.size()),
        "Picture",
        List.of("R", "G", "B", "distance to the ground truth ↓"),
        lines);
  }
}
