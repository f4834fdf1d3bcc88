package evenlight.experiment;

import evenlight.align.Misaligned;
import evenlight.bracket.Bracket;
import evenlight.evaluation.report.Grid;
import evenlight.evaluation.report.Grid.Cell;
import evenlight.evaluation.report.Grid.Kind;
import evenlight.evaluation.report.Grid.Line;
import evenlight.evaluation.report.Numbers;
import evenlight.figure.ContactSheet.Picture;
import evenlight.figure.Figure;
import evenlight.flow.FlowAlignment;
import evenlight.fusion.FusionMethod;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.metric.AverageGradient;
import evenlight.metric.Comparison;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fig. 13: every method on a pair that does not lie over one another, as it is and with the
 * brighter photograph aligned to the darker one by flow.
 */
record UnalignedFigure(String id, String title) implements Experiment {
  private static final int COLUMNS = 4;
  private static final int DECIMALS = 2;

  @Override
  public Section run(Laboratory laboratory) throws IOException {
    UnalignedPair pair = UnalignedPair.read(laboratory.unaligned(id).get(0), laboratory.threads());
    Bracket aligned =
        new FlowAlignment(laboratory.flow(), laboratory.threads())
            .align(pair.bracket(), 0, Misaligned.FAIL)
            .bracket();
    List<Picture> pictures = new ArrayList<>();
    pictures.add(panel(ScenePanels.UNDER, pair.bracket().darkest().image()));
    pictures.add(panel(ScenePanels.OVER, pair.bracket().brightest().image()));
    List<Line> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    LineUp lineUp = laboratory.lineUp();
    for (String method : LineUp.IDS) {
      Optional<FusionMethod> made = lineUp.method(method);
      if (made.isPresent()) {
        try {
          Cell asItIs = fused(made.get(), method, pair.bracket(), pictures);
          Cell brought = fused(made.get(), method + ", aligned", aligned, pictures);
          lines.add(new Line(Kind.VALUES, lineUp.label(method), List.of(asItIs, brought)));
        } catch (IllegalArgumentException | IllegalStateException e) {
          notes.add("%s failed: %s.".formatted(method, e.getMessage()));
        }
      }
    }
    notes.add("Flow by " + laboratory.flow().description() + ".");
    notes.add("Pictures are reduced to at most 1024 pixels on the long side first.");
    notes.addAll(lineUp.notes());
    Figure figure = ScenePanels.figure(this, pair.name(), COLUMNS, pictures);
    return new Section(
        id,
        title,
        List.of(
            new Grid(
                figure.caption(),
                "Method",
                List.of("average gradient as it is ↑", "average gradient aligned ↑"),
                lines)),
        List.of(figure),
        notes);
  }

  private static Cell fused(
      FusionMethod method, String label, Bracket bracket, List<Picture> pictures) {
    Image8 fused = Image8.of(method.fuse(bracket));
    pictures.add(FrameSequence.panel(label, fused));
    List<Image8> sources =
        bracket.exposures().stream().map(frame -> Image8.of(frame.image())).toList();
    OptionalDouble gradient =
        AverageGradient.GREY.score(new Comparison(sources, fused, Optional.empty())).value();
    return Cell.of(Numbers.fixed(gradient, DECIMALS));
  }

  private static Picture panel(String label, Image image) {
    return FrameSequence.panel(label, Image8.of(image));
  }
}
