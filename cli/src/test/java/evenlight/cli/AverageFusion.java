package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.image.Image;
import java.net.URI;
import java.util.List;

/** The mean of the exposures: a method that needs neither weights nor natives. */
final class AverageFusion implements FusionMethod {
  static final String ID = "average";

  private static final MethodCard CARD =
      new MethodCard(
          ID,
          "Average",
          MethodCard.Kind.CLASSICAL,
          "none",
          URI.create("https://example.org/average"),
          "none",
          "Apache-2.0");

  @Override
  public MethodCard card() {
    return CARD;
  }

  @Override
  public Image fuse(Bracket bracket) {
    float[][] planes = new float[3][];
    for (int c = 0; c < planes.length; c++) {
      planes[c] = mean(bracket.exposures(), c);
    }
    return Image.of(bracket.height(), bracket.width(), planes);
  }

  private static float[] mean(List<Exposure> exposures, int channel) {
    float[] mean = new float[exposures.get(0).image().pixels()];
    for (int i = 0; i < mean.length; i++) {
      for (Exposure exposure : exposures) {
        mean[i] += exposure.image().plane(channel)[i] / exposures.size();
      }
    }
    return mean;
  }

  /** Found by the catalogue during tests. */
  public static final class Provider implements FusionMethodProvider {
    @Override
    public MethodCard card() {
      return CARD;
    }

    @Override
    public FusionMethod create(FusionSettings settings) {
      if (settings.weights().isPresent()) {
        throw new IllegalArgumentException(
            "the method average must run without weights, but was given "
                + settings.weights().get());
      }
      return new AverageFusion();
    }
  }
}
