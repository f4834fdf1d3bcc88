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
import evenlight.pyramid.Bands;
import evenlight.pyramid.Border;
import evenlight.pyramid.Precision;
import evenlight.pyramid.PyramidBlend;
import java.net.URI;
import java.util.List;

/**
 * Detail-enhanced multi-scale exposure fusion in YUV (DEM).
 *
 * <pre>
 * W_k = normalised over k( w_k / Σ_i w_i · mean(Y_k)² )        w as in {@link DemRows}
 * L_l{F} = Σ_k G_l{W_k} L_l{I_k}     for Y, U, V at each of ⌊log2 min(H,W)⌋ - 2 levels
 * </pre>
 *
 * <p>but for Y at the coarsest level, see {@link DemCoarsest}. Q. Wang, W. Chen, X. Wu, Z. Li,
 * "Detail-enhanced Multi-scale Exposure Fusion in YUV Color Space", IEEE Transactions on Circuits
 * and Systems for Video Technology 30(8), 2020.
 *
 * <p>Exposures have to be aligned and static; samples are taken as they are stored, gamma-encoded.
 * Any K ≥ 2, from the darkest to the brightest by mean luminance; of two exposures nothing is
 * enhanced, since the dark half then is empty.
 *
 * <p>This follows the authors' code where the paper says more: its stage that extracts and enhances
 * details is not in that code, nor in its published results. Beyond that code: the result is
 * clamped and rounded to the bracket's number of bits; a picture too small for three levels less
 * than the logarithm has one; exposures that are all equal are returned as they are, since the two
 * colour matrices of the paper are inverses only to a grey level.
 *
 * <p>O(K·H·W) time; memory 8·H·W bytes beside exposures and result, see {@link PyramidBlend}.
 */
final class DemFusion implements FusionMethod {
  private static final MethodCard CARD =
      new MethodCard(
          "dem",
          "DEM",
          MethodCard.Kind.CLASSICAL,
          "Blends luminance and chroma in pyramids, weighted by contrast, saturation,"
              + " well-exposedness and the square of each exposure's mean.",
          "For bright, contrasty results from static, aligned exposures; it favours bright exposures"
              + " strongly, so that highlights of a very bright one fade.",
          MethodCard.ANY_NUMBER,
          true,
          List.of(),
          "O(K·H·W) time, 8·H·W bytes beside exposures and result",
          "follows the authors' code, which has no stage that enhances detail as the paper describes;"
              + " the result is clamped, a tiny picture has one level, and equal exposures are"
              + " returned as they are",
          "MEFB, mean of 100 pairs: MEF-SSIM 0.9588. Li et al. 2022: SICE 0.860, PSNR 13.41 dB, MI"
              + " 2.87, CC 0.583; 15 pairs 0.929, MI 4.46, CC 0.714.",
          "Q. Wang, W. Chen, X. Wu, Z. Li, \"Detail-enhanced Multi-scale Exposure Fusion in YUV"
              + " Color Space\", IEEE T-CSVT 30(8), 2020",
          URI.create("https://doi.org/10.1109/TCSVT.2019.2919310"),
          "none",
          "Apache-2.0");

  private static final int OMITTED_LEVELS = 2;

  private final int threads;

  private DemFusion(int threads) {
    this.threads = threads;
  }

  @Override
  public MethodCard card() {
    return CARD;
  }

  @Override
  public Workspace workspace(BracketSize size) {
    double pyramid = 8 + size.exposures() / 2.0;
    return Workspace.ofPixels(size.pixels(), pyramid + 3 * size.bitDepth() / 8.0);
  }

  @Override
  public Image fuse(Bracket bracket) {
    if (bracket.allEqual()) {
      return bracket.darkest().image();
    }
    List<Image> images = bracket.exposures().stream().map(exposure -> exposure.image()).toList();
    ImageSink picture = new ImageSink(bracket.height(), bracket.width(), bracket.bitDepth());
    try (Bands bands = new Bands(threads)) {
      double[] factors =
          images.stream().mapToDouble(image -> Math.pow(meanLuminance(image, bands), 2)).toArray();
      PyramidBlend.blend(
          () ->
              new WeightedExposures(
                  images.stream().map(DemRows::new).toList(), factors, Border.SYMMETRIC),
          shape(bracket),
          DemCoarsest::blend,
          bands,
          (y, rows) -> {
            DemRows.toRgb(rows);
            picture.accept(y, rows);
          });
    }
    return picture.image();
  }

  private static PyramidBlend.Shape shape(Bracket bracket) {
    int smaller = Math.min(bracket.height(), bracket.width());
    int log2 = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(smaller);
    return new PyramidBlend.Shape(
        bracket.size(),
        WeightedExposures.CHANNELS,
        bracket.height(),
        bracket.width(),
        Math.max(log2 - OMITTED_LEVELS, 1),
        Border.SYMMETRIC,
        Precision.DOUBLE);
  }

  private static double meanLuminance(Image image, Bands bands) {
    double[] sums = new double[image.height()];
    bands.forEach(
        image.height(),
        (from, to) -> {
          DemRows rows = new DemRows(image);
          double[][] row = new double[rows.layers()][image.width()];
          for (int y = from; y < to; y++) {
            rows.row(y, row);
            for (double luminance : row[0]) {
              sums[y] += luminance;
            }
          }
        });
    double sum = 0;
    for (double row : sums) {
      sum += row;
    }
    return sum / image.pixels();
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
      return new DemFusion(settings.threads());
    }
  }
}
