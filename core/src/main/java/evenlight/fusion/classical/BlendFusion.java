package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.Workspace;
import evenlight.image.Image;
import evenlight.image.ImageSink;
import java.net.URI;
import java.util.List;

/**
 * A blend that learns nothing and comes near to pictures that people call well exposed: what a
 * network has to beat.
 *
 * <pre>
 * B = (M + A) / 2                 M as {@link MertensFusion}, A as {@link AverageFusion}
 * F = mean(B) + 1.4 (B - mean(B)) mean over all pixels and channels
 * </pre>
 *
 * <p>Exposure fusion keeps structure but compresses brightness; the average keeps the order of
 * brightness but is flat; the factor gives back contrast. Found by trying against ground truths,
 * not published. Any K ≥ 2. Cost and memory are those of Mertens and one more picture.
 */
final class BlendFusion implements FusionMethod {
  private static final double CONTRAST = 1.4;

  private static final MethodCard CARD =
      new MethodCard(
          "blend",
          "Blend",
          MethodCard.Kind.CLASSICAL,
          "Half exposure fusion, half the plain average, with 1.4 times the contrast about the mean.",
          "A yardstick: what a learned method has to beat in likeness to a ground truth.",
          MethodCard.ANY_NUMBER,
          false,
          List.of(),
          "O(K·H·W) time; memory of mertens and one picture",
          "none",
          "none",
          "none: a yardstick of this project",
          URI.create("https://doi.org/10.1109/PG.2007.17"),
          "none",
          "Apache-2.0");

  private final FusionMethod mertens;
  private final FusionMethod average = new AverageFusion();

  private BlendFusion(FusionMethod mertens) {
    this.mertens = mertens;
  }

  @Override
  public MethodCard card() {
    return CARD;
  }

  @Override
  public String fingerprint() {
    return "blend of " + mertens.fingerprint();
  }

  @Override
  public Workspace workspace(BracketSize size) {
    long halves = mertens.workspace(size).heap() + average.workspace(size).heap();
    return new Workspace(halves, 0, 0);
  }

  @Override
  public Image fuse(Bracket bracket) {
    if (bracket.allEqual()) {
      return bracket.darkest().image();
    }
    List<Image> halves = List.of(mertens.fuse(bracket), average.fuse(bracket));
    double mean = mean(halves);
    ImageSink picture = new ImageSink(bracket.height(), bracket.width(), bracket.bitDepth());
    double[][] rows = new double[3][bracket.width()];
    for (int y = 0; y < bracket.height(); y++) {
      for (int c = 0; c < rows.length; c++) {
        blend(halves, c, y, rows[c]);
        for (int x = 0; x < rows[c].length; x++) {
          rows[c][x] = mean + CONTRAST * (rows[c][x] - mean);
        }
      }
      picture.accept(y, rows);
    }
    return picture.image();
  }

  private static double mean(List<Image> halves) {
    Image first = halves.get(0);
    double[] row = new double[first.width()];
    double sum = 0;
    for (int y = 0; y < first.height(); y++) {
      for (int c = 0; c < first.channels(); c++) {
        blend(halves, c, y, row);
        for (double sample : row) {
          sum += sample;
        }
      }
    }
    return sum / ((double) first.pixels() * first.channels());
  }

  private static void blend(List<Image> halves, int channel, int y, double[] row) {
    double[] other = new double[row.length];
    halves.get(0).row(channel, y, row);
    halves.get(1).row(channel, y, other);
    for (int x = 0; x < row.length; x++) {
      row[x] = (row[x] + other[x]) / 2;
    }
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
      return new BlendFusion(new MertensFusion.Provider().create(settings));
    }
  }
}
