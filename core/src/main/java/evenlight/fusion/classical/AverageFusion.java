package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.Workspace;
import evenlight.image.Image;
import evenlight.image.ImageSink;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * The plain average: what fusing without any thought gives, and the zero line of every comparison.
 *
 * <pre>
 * F(p) = floor((1/K) Σ_k I_k(p))      on the integers of the files, each channel for itself
 * </pre>
 *
 * <p>It scores high on metrics that ask for likeness to the sources (mutual information,
 * correlation) and looks grey. Any K ≥ 2; cost and memory linear in pixels. Where 8 and 16 bits
 * meet, the 8-bit samples count 257-fold.
 */
final class AverageFusion implements FusionMethod {
  private static final MethodCard CARD =
      new MethodCard(
          "average",
          "Average",
          MethodCard.Kind.CLASSICAL,
          "Takes the mean of the exposures' samples, rounded down to an integer.",
          "The zero line of a comparison; as a picture it is flat and grey.",
          MethodCard.ANY_NUMBER,
          false,
          List.of(),
          "O(K·H·W) time, no memory beside the result",
          "none",
          "none",
          "none: the mean of the sources",
          URI.create("https://en.wikipedia.org/wiki/Arithmetic_mean"),
          "none",
          "Apache-2.0");

  @Override
  public MethodCard card() {
    return CARD;
  }

  @Override
  public Workspace workspace(BracketSize size) {
    return new Workspace(size.pictureBytes(), 0, 0);
  }

  @Override
  public Image fuse(Bracket bracket) {
    List<Image> images = bracket.exposures().stream().map(Exposure::image).toList();
    double white = (1 << bracket.bitDepth()) - 1;
    ImageSink picture = new ImageSink(bracket.height(), bracket.width(), bracket.bitDepth());
    double[][] mean = new double[3][bracket.width()];
    double[] row = new double[bracket.width()];
    for (int y = 0; y < bracket.height(); y++) {
      for (int c = 0; c < mean.length; c++) {
        Arrays.fill(mean[c], 0);
        for (Image image : images) {
          image.row(c, y, row);
          for (int x = 0; x < row.length; x++) {
            mean[c][x] += Math.rint(row[x] * white);
          }
        }
        for (int x = 0; x < row.length; x++) {
          mean[c][x] = Math.floor(mean[c][x] / images.size()) / white;
        }
      }
      picture.accept(y, mean);
    }
    return picture.image();
  }

  /** Brings the method into the catalogue. */
  public static final class Provider implements FusionMethodProvider {
    @Override
    public MethodCard card() {
      return CARD;
    }

    @Override
    public FusionMethod create(FusionSettings settings) {
      settings.requireNoWeights(CARD);
      return new AverageFusion();
    }
  }
}
