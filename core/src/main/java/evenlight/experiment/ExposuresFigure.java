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
 * Fig. 11: six pairs of the five exposures of one scene, each of the two dark with a bright one.
 */
record ExposuresFigure(String id, String title) implements Experiment {
  private static final int FRAMES = 5;
  private static final int DARK = 2;

  @Override
  public Section run(Laboratory laboratory) throws IOException {
    Scene scene = laboratory.sequences(FRAMES, 1, id).get(0);
    FusionMethod method = laboratory.method("lcndr");
    FrameSequence sequence = FrameSequence.of(scene, FRAMES);
    List<Picture> panels = new ArrayList<>(sequence.panels());
    List<Line> lines = new ArrayList<>();
    for (int dark = 0; dark < DARK; dark++) {
      for (int bright = DARK; bright < FRAMES; bright++) {
        List<Exposure> pair = List.of(sequence.frames().get(dark), sequence.frames().get(bright));
        Image8 fused = sequence.fused(method, pair);
        String label = "%d and %d".formatted(dark + 1, bright + 1);
        panels.add(FrameSequence.panel(label, fused));
        Cell ofPair = Cell.of(sequence.score(fused, pair));
        Cell ofAll = Cell.of(sequence.score(fused, sequence.frames()));
        lines.add(new Line(Kind.VALUES, label, List.of(ofPair, ofAll)));
      }
    }
    Figure figure = ScenePanels.figure(this, scene.name(), FRAMES, panels);
    List<String> heads = List.of("MEF-SSIM to the pair ↑", "MEF-SSIM to all five ↑");
    Grid grid = new Grid(figure.caption(), "Frames", heads, lines);
    return new Section(id, title, List.of(grid), List.of(figure), List.of());
  }
}
