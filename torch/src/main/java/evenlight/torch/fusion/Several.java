package evenlight.torch.fusion;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodOption;
import evenlight.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** How a network for two exposures fuses more of them. */
enum Several {
  /** The two darkest, the result with the next, and so on to the brightest; the paper's way. */
  SEQUENTIAL,
  /** Neighbours in pairs, then the results in pairs, until one is left. */
  BALANCED,
  /** A Mertens fusion of the darker half with one of the brighter half. */
  HALVES;

  /** The option by which a method lets its user choose. */
  static final MethodOption OPTION =
      new MethodOption(
          "several",
          List.of("sequential", "balanced", "halves"),
          "halves",
          "How more than two exposures are fused: sequential, from dark to bright, each with the"
              + " result so far; balanced, neighbours in pairs, then the results in pairs; halves,"
              + " a Mertens fusion of the darker half with one of the brighter half.");

  /** What {@link #OPTION} says in some settings. */
  static Several chosen(FusionSettings settings) {
    return valueOf(OPTION.in(settings).toUpperCase(Locale.ROOT));
  }

  /**
   * Fuses a bracket.
   *
   * @param frame the luminance of a picture
   * @param pair fuses a brighter (first) and a darker luminance
   */
  Luminance fuse(
      Bracket bracket, Function<Image, Luminance> frame, BinaryOperator<Luminance> pair) {
    List<Image> images = bracket.exposures().stream().map(Exposure::image).toList();
    return switch (this) {
      case SEQUENTIAL -> inSequence(images, frame, pair);
      case BALANCED -> inPairs(images.stream().map(frame).toList(), pair);
      case HALVES -> ofHalves(bracket, frame, pair);
    };
  }

  private static Luminance inSequence(
      List<Image> images, Function<Image, Luminance> frame, BinaryOperator<Luminance> pair) {
    Luminance fused = frame.apply(images.get(0));
    for (Image brighter : images.subList(1, images.size())) {
      fused = pair.apply(frame.apply(brighter), fused);
    }
    return fused;
  }

  private static Luminance inPairs(List<Luminance> all, BinaryOperator<Luminance> pair) {
    List<Luminance> left = all;
    while (left.size() > 1) {
      List<Luminance> fused = new ArrayList<>();
      for (int i = 0; i + 1 < left.size(); i += 2) {
        fused.add(pair.apply(left.get(i + 1), left.get(i)));
      }
      if (left.size() % 2 == 1) {
        fused.add(left.get(left.size() - 1));
      }
      left = fused;
    }
    return left.get(0);
  }

  /** With an odd number of exposures the one in the middle belongs to both halves. */
  private static Luminance ofHalves(
      Bracket bracket, Function<Image, Luminance> frame, BinaryOperator<Luminance> pair) {
    List<Exposure> all = bracket.exposures();
    int half = (all.size() + 1) / 2;
    Image darker = mertens(all.subList(0, half));
    Image brighter = mertens(all.subList(all.size() - half, all.size()));
    return pair.apply(frame.apply(brighter), frame.apply(darker));
  }

  private static Image mertens(List<Exposure> exposures) {
    return exposures.size() == 1
        ? exposures.get(0).image()
        : FusionMethods.named("mertens").fuse(Bracket.of(exposures));
  }
}
