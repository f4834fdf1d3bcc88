package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.dataset.Scene;
import evenlight.evaluation.report.Numbers;
import evenlight.figure.ContactSheet.Picture;
import evenlight.filter.AreaReduction;
import evenlight.fusion.FusionMethod;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.metric.Comparison;
import evenlight.metric.Metric;
import evenlight.metric.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some frames of a scene, darkest first.
 *
 * @param frames two or more
 */
record FrameSequence(List<Exposure> frames) {
  private static final int LONG_SIDE = 480;
  private static final int DECIMALS = 4;
  private static final Metric MEF_SSIM = Metrics.named("mef-ssim");

  FrameSequence {
    frames = List.copyOf(frames);
  }

  /** At most so many frames of a scene, spread evenly from the darkest to the brightest. */
  static FrameSequence of(Scene scene, int most) throws IOException {
    Bracket all = Bracket.read(Colour.STORED, scene.frames().toArray(Path[]::new));
    int count = Math.min(most, all.size());
    List<Exposure> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int place = Math.round((float) i * (all.size() - 1) / (count - 1));
      some.add(all.exposures().get(place));
    }
    return new FrameSequence(some);
  }

  /** What a method makes of some of the frames. */
  Image8 fused(FusionMethod method, List<Exposure> some) {
    return Image8.of(method.fuse(Bracket.of(some)));
  }

  /** MEF-SSIM of a picture against some of the frames, as tables print it. */
  String score(Image8 fused, List<Exposure> some) {
    List<Image8> sources = some.stream().map(frame -> Image8.of(frame.image())).toList();
    return Numbers.fixed(
        MEF_SSIM.score(new Comparison(sources, fused, Optional.empty())).value(), DECIMALS);
  }

  /** The frames as a figure shows them, by their numbers. */
  List<Picture> panels() {
    List<Picture> panels = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      panels.add(panel("frame " + (i + 1), Image8.of(frames.get(i).image())));
    }
    return panels;
  }

  /** A picture as a figure shows it. */
  static Picture panel(String label, Image8 picture) {
    return new Picture(label, Image.of(AreaReduction.toLongSide(picture, LONG_SIDE)));
  }
}
