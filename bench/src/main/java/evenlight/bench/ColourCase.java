package evenlight.bench;

import evenlight.bracket.Bracket;
import evenlight.dataset.Scene;
import evenlight.fusion.FusionMethod;
import evenlight.image.Bt601;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Colour;
import evenlight.image.io.Photos;
import evenlight.metric.Comparison;
import evenlight.metric.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Luminance that is to be coloured from two exposures, and the colours that are right. */
final class ColourCase {
  /** A frame in between tells no colour where a channel is clipped or all of it is dark. */
  private static final int BRIGHTEST = 250;

  private static final double DARKEST = 10;

  private final float[] luminance;
  private final List<Image> sources;
  private final Image8 truth;
  private final int[] places;

  private ColourCase(float[] luminance, List<Image> sources, Image8 truth, int[] places) {
    this.luminance = luminance;
    this.sources = sources;
    this.truth = truth;
    this.places = places;
  }

  /**
   * The cases of a scene: its ground truth, all of whose pixels count; or, where there is none, the
   * frames between the darker and the brighter one, as far as they tell colours.
   *
   * @param method whose result has the luminance to colour; empty for that of the right colours
   */
  static List<ColourCase> of(Scene scene, Optional<FusionMethod> method) throws IOException {
    Bracket pair = Bracket.read(Colour.STORED, scene.under(), scene.over());
    List<Image> sources = List.of(pair.darkest().image(), pair.brightest().image());
    List<ColourCase> cases = new ArrayList<>();
    for (Path file : targets(scene)) {
      Image truth = Photos.read(file, Colour.STORED).image();
      Image lit = method.isPresent() ? method.get().fuse(pair) : truth;
      Image8 truth8 = Image8.of(truth);
      int[] places =
          IntStream.range(0, truth8.pixels())
              .filter(i -> scene.groundTruth().isPresent() || tellsColour(truth8, i))
              .toArray();
      if (places.length > 0) {
        cases.add(new ColourCase(Bt601.luma(lit), sources, truth8, places));
      }
    }
    return cases;
  }

  private static List<Path> targets(Scene scene) {
    if (scene.groundTruth().isPresent()) {
      return List.of(scene.groundTruth().get());
    }
    int under = scene.frames().indexOf(scene.under());
    int over = scene.frames().indexOf(scene.over());
    return under < over ? scene.frames().subList(under + 1, over) : List.of();
  }

  private static boolean tellsColour(Image8 frame, int place) {
    int red = frame.at(0, place);
    int green = frame.at(1, place);
    int blue = frame.at(2, place);
    return Math.max(red, Math.max(green, blue)) <= BRIGHTEST
        && Image8.grey(red, green, blue) > DARKEST;
  }

  /** How near a candidate comes to the right colours, over the pixels that count. */
  double score(ColourCandidate candidate, Metric metric) {
    Image8 right = counted(truth);
    Image8 coloured = counted(Image8.of(candidate.rule().colour(luminance, sources)));
    return metric
        .score(new Comparison(List.of(right, right), coloured, Optional.of(right)))
        .value()
        .orElseThrow();
  }

  private Image8 counted(Image8 image) {
    byte[][] planes = new byte[3][places.length];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < places.length; i++) {
        planes[c][i] = image.plane(c)[places[i]];
      }
    }
    return Image8.of(1, places.length, planes);
  }
}
