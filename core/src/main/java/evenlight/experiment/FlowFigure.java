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
import evenlight.filter.Strips;
import evenlight.flow.FlowAlignment;
import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowField;
import evenlight.flow.FlowWheel;
import evenlight.flow.FrameFlow;
import evenlight.flow.MutualFlow;
import evenlight.fusion.FusionMethod;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.metric.AverageGradient;
import evenlight.metric.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Fig. 12: pairs that do not lie over one another, and what the network fuses. One row shows them
 * as they are, one over aligned to under, one under to over: the flow as colours of a wheel, where
 * it is believed, what it makes of the photograph, and that fused.
 */
record FlowFigure(String id, String title) implements Experiment {
  private static final int COLUMNS = 4;
  private static final int DECIMALS = 2;

  @Override
  public Section run(Laboratory laboratory) throws IOException {
    List<Path> scenes = laboratory.unaligned(id);
    FlowEstimator estimator = laboratory.flow();
    FusionMethod method = laboratory.method("lcndr");
    List<Figure> figures = new ArrayList<>();
    List<Grid> tables = new ArrayList<>();
    for (Path scene : scenes) {
      UnalignedPair pair = UnalignedPair.read(scene, laboratory.threads());
      Panels panels = new Panels(pair.bracket(), method, new Strips(laboratory.threads()));
      panels.sources();
      panels.aligned(0, estimator);
      panels.aligned(1, estimator);
      Figure figure = ScenePanels.figure(this, pair.name(), COLUMNS, panels.pictures);
      figures.add(figure);
      tables.add(
          new Grid(
              figure.caption(),
              "Fused",
              List.of("believed, %", "longest step, pixels", "average gradient ↑"),
              panels.lines));
    }
    return new Section(
        id,
        title,
        tables,
        figures,
        List.of(
            "Flow by " + estimator.description() + ".",
            "Hue is the direction (red: right), saturation the length; the longest of 99 % of the"
                + " steps has full colour.",
            "Pictures are reduced to at most 1024 pixels on the long side first."));
  }

  /** The pictures of one scene and the numbers beside them. */
  private static final class Panels {
    private final Bracket bracket;
    private final FusionMethod method;
    private final Strips strips;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    Panels(Bracket bracket, FusionMethod method, Strips strips) {
      this.bracket = bracket;
      this.method = method;
      this.strips = strips;
    }

    private void sources() {
      add(ScenePanels.UNDER, bracket.darkest().image());
      add(ScenePanels.OVER, bracket.brightest().image());
      Image side = FlowWheel.legend(Math.min(bracket.height(), bracket.width()));
      add("colours of directions", centred(side));
      fuse("as they are", bracket, Numbers.NONE, Numbers.NONE);
    }

    private void aligned(int reference, FlowEstimator estimator) {
      String name = reference == 0 ? "over to under" : "under to over";
      Image middle = bracket.exposures().get(reference).image();
      Image other = bracket.exposures().get(1 - reference).image();
      MutualFlow mutual = MutualFlow.between(middle, other, estimator, strips);
      FlowField flow = mutual.forward();
      double longest = FlowWheel.usualLength(flow);
      add(
          String.format(Locale.ROOT, "%s: flow to %.1f pixels", name, longest),
          FlowWheel.of(flow, longest));
      add(name + ": believed where white", mutual.believed());
      FlowAlignment.Aligned aligned =
          new FlowAlignment(estimator, strips.threads()).align(bracket, reference, Misaligned.KEEP);
      FrameFlow frame = aligned.frames().get(1 - reference);
      add(name, aligned.bracket().exposures().get(1 - reference).image());
      fuse(
          name,
          aligned.bracket(),
          Numbers.fixed(100 * frame.agreement(), 1),
          Numbers.fixed(frame.motion(), 1));
    }

    private void fuse(String name, Bracket frames, String believed, String motion) {
      Image fused = method.fuse(frames);
      add("fused, " + name, fused);
      List<Image8> sources =
          frames.exposures().stream().map(frame -> Image8.of(frame.image())).toList();
      OptionalDouble gradient =
          AverageGradient.GREY
              .score(new Comparison(sources, Image8.of(fused), Optional.empty()))
              .value();
      lines.add(
          new Line(
              Kind.VALUES,
              name,
              List.of(
                  Cell.of(believed), Cell.of(motion), Cell.of(Numbers.fixed(gradient, DECIMALS)))));
    }

    private void add(String label, Image image) {
      pictures.add(FrameSequence.panel(label, Image8.of(image)));
    }

    /** The square in the middle of white, at the pictures' size. */
    private Image centred(Image square) {
      float[][] planes = new float[square.channels()][bracket.height() * bracket.width()];
      int top = (bracket.height() - square.height()) / 2;
      int left = (bracket.width() - square.width()) / 2;
      for (int c = 0; c < planes.length; c++) {
        Arrays.fill(planes[c], 1);
        for (int y = 0; y < square.height(); y++) {
          for (int x = 0; x < square.width(); x++) {
            planes[c][(top + y) * bracket.width() + left + x] = square.at(c, y, x);
          }
        }
      }
      return Image.of(bracket.height(), bracket.width(), planes);
    }
  }
}
