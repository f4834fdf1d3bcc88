package evenlight.fusion.classical;

import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethodProvider;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import evenlight.fusion.MethodOption;
import evenlight.fusion.Workspace;
import evenlight.image.Image;
import evenlight.image.ImageSink;
import evenlight.pyramid.Bands;
import evenlight.pyramid.Border;
import evenlight.pyramid.Precision;
import evenlight.pyramid.PyramidBlend;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Exposure fusion of Mertens et al.: at each pixel and scale, exposures count by contrast,
 * saturation and well-exposedness.
 *
 * <pre>
 * W_k = w_k / Σ_i w_i             w as in {@link MertensRows}, with the exponents of the options
 * L_l{F} = Σ_k G_l{W_k} L_l{I_k}  for R, G, B at each of ⌊log2 min(H,W)⌋ + 1 levels
 * </pre>
 *
 * <p>T. Mertens, J. Kautz, F. Van Reeth, "Exposure Fusion", Pacific Graphics 2007: weights are its
 * unnumbered formula of section 3.1, blending that of section 3.2. Exposures have to be aligned and
 * static; samples are taken as they are stored, gamma-encoded; any K ≥ 2 in any order.
 *
 * <p>Everything that the paper leaves open is as in OpenCV's {@code MergeMertens} given pictures in
 * the order R, G, B: borders, the number of levels, the 1e-12 added to weights, saturation without
 * division by three. Given pictures in OpenCV's usual order B, G, R, that program exchanges the
 * weights of red and blue in the grey of the contrast. The default exponents are its 1, 1, 0, which
 * everybody compares with; the paper's are 1, 1, 1. Beyond that program the result is clamped and
 * rounded to the bracket's number of bits.
 *
 * <p>Fused samples can leave [0,1], since at each scale another exposure may win; clamping turns
 * them into flat black and white. With {@link Range#EXTENDED} each exposure is replaced by four of
 * little contrast, see {@link ReducedRange}, which all but prevents that. Of the paper on this
 * extended fusion, the number of levels (against halos) and the final stretch of contrast are left
 * out.
 *
 * <p>O(K·H·W) time; memory 4·H·W bytes and a little for each exposure beside exposures and result,
 * see {@link PyramidBlend}; four times the time for the extended range.
 */
final class MertensFusion implements FusionMethod {
  private static final MethodOption CONTRAST =
      new MethodOption(
          "contrast", List.of(), "1", "exponent of the contrast measure, at least 0; 0: not used");
  private static final MethodOption SATURATION =
      new MethodOption(
          "saturation",
          List.of(),
          "1",
          "exponent of the saturation measure, at least 0; 0: not used");
  private static final MethodOption EXPOSEDNESS =
      new MethodOption(
          "exposedness",
          List.of(),
          "0",
          "exponent of the well-exposedness measure, at least 0; 0: not used; the paper has 1");
  private static final MethodOption RANGE =
      new MethodOption(
          "range",
          Arrays.stream(Range.values()).map(Range::id).toList(),
          Range.CLIP.id(),
          "clip: what leaves [0,1] is clipped; extended: exposures are split into four of little"
              + " contrast first, so that nothing does");

  private static final MethodCard CARD =
      new MethodCard(
          "mertens",
          "Exposure fusion",
          MethodCard.Kind.CLASSICAL,
          "Blends the exposures' Laplacian pyramids, weighted by contrast, saturation and"
              + " well-exposedness.",
          "The usual choice for static, aligned exposures; very bright or dark parts can clip, for"
              + " which there is the extended range.",
          MethodCard.ANY_NUMBER,
          false,
          List.of(CONTRAST, SATURATION, EXPOSEDNESS, RANGE),
          "O(K·H·W) time, 4·H·W bytes beside exposures and result",
          "details as in OpenCV's MergeMertens, with its exponents 1, 1, 0 where the paper has 1, 1,"
              + " 1 (exposedness=1); the result is clamped; of the extended fusion of Hessel and"
              + " Morel the final stretch of contrast is left out",
          "none by these metrics; it is not among the methods of MEFB or of Li et al. 2022",
          "T. Mertens, J. Kautz, F. Van Reeth, \"Exposure Fusion\", Pacific Graphics 2007; for the"
              + " extended range C. Hessel, J.-M. Morel, \"An Extended Exposure Fusion and its"
              + " Application to Single Image Contrast Enhancement\", WACV 2020",
          URI.create("https://doi.org/10.1109/PG.2007.17"),
          "none",
          "Apache-2.0");

  private final Options options;
  private final int threads;

  private MertensFusion(Options options, int threads) {
    this.options = options;
    this.threads = threads;
  }

  /** What is done about samples outside [0,1]. */
  enum Range {
    /** They are clipped, as by every program that stores OpenCV's result. */
    CLIP,
    /** They are prevented as Hessel and Morel propose. */
    EXTENDED;

    /** The name that users give. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How exposures are weighed.
   *
   * @param contrast exponent of the contrast measure, at least 0
   * @param saturation exponent of the saturation measure, at least 0
   * @param exposedness exponent of the well-exposedness measure, at least 0
   * @param range what is done about samples outside [0,1]
   */
  record Options(double contrast, double saturation, double exposedness, Range range) {
    /** Checks the exponents. */
    Options {
      requireExponent(CONTRAST, contrast);
      requireExponent(SATURATION, saturation);
      requireExponent(EXPOSEDNESS, exposedness);
    }

    /** The options in some settings. */
    static Options of(FusionSettings settings) {
      return new Options(
          CONTRAST.numberIn(settings),
          SATURATION.numberIn(settings),
          EXPOSEDNESS.numberIn(settings),
          Range.valueOf(RANGE.in(settings).toUpperCase(Locale.ROOT)));
    }

    private static void requireExponent(MethodOption option, double value) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the option %s must be 0 or more, but is %s".formatted(option.name(), value));
      }
    }
  }

  @Override
  public MethodCard card() {
    return CARD;
  }

  @Override
  public String fingerprint() {
    return CARD.id() + ", " + options;
  }

  @Override
  public Workspace workspace(BracketSize size) {
    double pyramid = 4 + size.exposures() / 4.0;
    return Workspace.ofPixels(size.pixels(), pyramid + 3 * size.bitDepth() / 8.0);
  }

  @Override
  public Image fuse(Bracket bracket) {
    int exposures = rows(bracket).size();
    double[] factors = new double[exposures];
    Arrays.fill(factors, 1);
    ImageSink picture = new ImageSink(bracket.height(), bracket.width(), bracket.bitDepth());
    try (Bands bands = new Bands(threads)) {
      PyramidBlend.blend(
          () -> new WeightedExposures(rows(bracket), factors, Border.REFLECT_101),
          shape(bracket, exposures),
          PyramidBlend::weightedSum,
          bands,
          picture::accept);
    }
    return picture.image();
  }

  private List<MertensRows> rows(Bracket bracket) {
    return bracket.exposures().stream()
        .flatMap(
            exposure -> ranges().map(range -> new MertensRows(exposure.image(), options, range)))
        .toList();
  }

  private Stream<Optional<ReducedRange>> ranges() {
    return options.range() == Range.CLIP
        ? Stream.of(Optional.empty())
        : ReducedRange.all().stream().map(Optional::of);
  }

  private static PyramidBlend.Shape shape(Bracket bracket, int exposures) {
    int smaller = Math.min(bracket.height(), bracket.width());
    return new PyramidBlend.Shape(
        exposures,
        WeightedExposures.CHANNELS,
        bracket.height(),
        bracket.width(),
        Integer.SIZE - Integer.numberOfLeadingZeros(smaller),
        Border.REFLECT_101,
        Precision.SINGLE);
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
      return new MertensFusion(Options.of(settings), settings.threads());
    }
  }
}
