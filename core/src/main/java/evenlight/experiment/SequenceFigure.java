package evenlight.experiment;

import evenlight.bracket.Exposure;
import evenlight.dataset.Scene;
import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.figure.ContactSheet.Picture;
import evenlight.figure.Figure;
import evenlight.fusion.FusionMethod;
import evenlight.image.Image8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Fig. 10: several inputs, fused one after the other as in the paper, with every intermediate
 * result, and beside that in the way that is the default here.
 */
record SequenceFigure(String id, String title) implements Experiment {
  private static final int FEWEST = 3;
  private static final int MOST = 5;
  private static final int SCENES = 2;

  @Override
  public Section run(Laboratory laboratory) throws IOException {
    FusionMethod sequential = laboratory.method("lcndr:several=sequential");
    FusionMethod byDefault = laboratory.method("lcndr");
    List<Figure> figures = new ArrayList<>();
    List<Grid> tables = new ArrayList<>();
    for (Scene scene : laboratory.sequences(FEWEST, SCENES, id)) {
      FrameSequence sequence = FrameSequence.of(scene, MOST);
      List<Picture> panels = new ArrayList<>(sequence.panels());
      List<Line> lines = new ArrayList<>();
      int count = sequence.frames().size();
      for (int last = 2; last <= count; last++) {
        List<Exposure> some = sequence.frames().subList(0, last);
        add(sequence, "frames 1 to " + last, sequence.fused(sequential, some), panels, lines);
      }
      Image8 fused = sequence.fused(byDefault, sequence.frames());
      add(sequence, "all, by default", fused, panels, lines);
      Figure figure = ScenePanels.figure(this, scene.name(), count, panels);
      figures.add(figure);
      tables.add(new Grid(figure.caption(), "Result", List.of("MEF-SSIM to all frames ↑"), lines));
    }
    return new Section(id, title, tables, figures, List.of());
  }

  private static void add(
      FrameSequence sequence, String label, Image8 fused, List<Picture> panels, List<Line> lines) {
    panels.add(FrameSequence.panel(label, fused));
    Cell score = Cell.of(sequence.score(fused, sequence.frames()));
    lines.add(new Line(Kind.VALUES, label, List.of(score)));
  }
}
