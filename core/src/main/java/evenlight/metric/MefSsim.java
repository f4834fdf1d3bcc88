package evenlight.metric;

import evenlight.filter.Plane;
import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import evenlight.metric.Score.Caveat;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * MEF-SSIM: how much of the best local structure among the exposures a fused image keeps.
 *
 * <p>At each place, the exposures' 11×11 patches without their means are combined into a reference
 * patch that has the contrast of the strongest of them and a weighted mean of their structures; the
 * fused patch is compared with it by the contrast and structure term of SSIM. Brightness is not
 * judged at all. {@link PatchQuality} has the formulas.
 *
 * <p>K. Ma, K. Zeng, Z. Wang, "Perceptual Quality Assessment for Multi-Exposure Image Fusion", IEEE
 * Transactions on Image Processing 24(11), 2015. Where the paper and its authors' code differ, this
 * follows the code, whose values are the published ones: the exponent of the weights is at most 10,
 * and the score is that of three scales.
 */
public final class MefSsim implements Metric {
  /** The score that papers report: three scales, each half the size of the one before. */
  public static final MefSsim MULTI_SCALE = new MefSsim("mef-ssim", Options.authors());

  /** The same at full size only. */
  public static final MefSsim SINGLE_SCALE = new MefSsim("mef-ssim-single", Options.single());

  /**
   * How many scales there are and what each counts.
   *
   * @param exponents of the mean quality at each scale, from fine to coarse; they sum to 1
   */
  public record Options(List<Double> exponents) {
    private static final double PRECISION = 1e-9;

    /** Checks the exponents. */
    public Options {
      exponents = List.copyOf(exponents);
      double sum = exponents.stream().mapToDouble(Double::doubleValue).sum();
      if (exponents.isEmpty() || Math.abs(sum - 1) > PRECISION) {
        throw new IllegalArgumentException(
            "the exponents of the scales must sum to 1, but are " + exponents);
      }
    }

    /** The authors' three: the first of MS-SSIM's five, scaled to sum to 1. */
    public static Options authors() {
      return new Options(
          Stream.of(0.0448, 0.2856, 0.3001).map(exponent -> exponent / 0.6305).toList());
    }

    /** Full size only. */
    public static Options single() {
      return new Options(List.of(1.0));
    }
  }

  private final Options options;
  private final MetricCard card;

  private MefSsim(String id, Options options) {
    this.options = options;
    this.card = card(id, options.exponents().size());
  }

  @Override
  public MetricCard card() {
    return card;
  }

  @Override
  public Score score(Comparison comparison) {
    int smallest = PatchQuality.WINDOW << (options.exponents().size() - 1);
    Image8 fused = comparison.fused();
    if (Math.min(fused.height(), fused.width()) < smallest) {
      return Score.without(
          Caveat.Kind.UNDEFINED,
          "an image must be at least %d×%d for %s, but is %s"
              .formatted(smallest, smallest, card.name(), fused.size()));
    }
    List<Double> qualities = qualities(comparison);
    double product = 1;
    for (int scale = 0; scale < qualities.size(); scale++) {
      product *= Math.pow(Math.max(qualities.get(scale), 0), options.exponents().get(scale));
    }
    return new Score(OptionalDouble.of(product), qualities, caveats(qualities));
  }

  /** The mean quality at each scale, from fine to coarse. */
  private List<Double> qualities(Comparison comparison) {
    List<Plane> sources = planes(comparison.sources());
    Plane fused = plane(comparison.fused());
    List<Double> qualities = new ArrayList<>();
    while (true) {
      qualities.add(new PatchQuality(sources, fused).mean());
      if (qualities.size() == options.exponents().size()) {
        return qualities;
      }
      sources = sources.parallelStream().map(Plane::halved).toList();
      fused = fused.halved();
    }
  }

  private static List<Caveat> caveats(List<Double> qualities) {
    int negative = (int) qualities.stream().filter(quality -> quality < 0).count();
    return negative == 0
        ? List.of()
        : List.of(
            new Caveat(
                Caveat.Kind.NEGATIVE_SCALE,
                negative,
                "the mean quality is negative at %d of %d scales and counts as 0 there"
                    .formatted(negative, qualities.size())));
  }

  /**
   * The quality at each place of the finest scale, mostly in [0,1], at least -1.
   *
   * @return (height - 10)×(width - 10) values: the first belongs to the window whose centre is the
   *     pixel (5, 5)
   * @throws IllegalArgumentException if the images are smaller than a window, 11×11
   */
  public static Plane qualityMap(Comparison comparison) {
    return new PatchQuality(planes(comparison.sources()), plane(comparison.fused())).map();
  }

  private static List<Plane> planes(List<Image8> images) {
    return images.parallelStream().map(MefSsim::plane).toList();
  }

  private static Plane plane(Image8 image) {
    return Plane.of(image.grey(), 0);
  }

  private static MetricCard card(String id, int scales) {
    return new MetricCard(
        id,
        scales == 1 ? "MEF-SSIM, one scale" : "MEF-SSIM",
        Against.SOURCES,
        Direction.HIGHER,
        "[0, 1]",
        "",
        (scales == 1 ? "Q = mean q" : "Q = Π (mean q_l)^b_l, b = (0.0448, 0.2856, 0.3001)/0.6305")
            + "; q = (2 σ_rf + C) / (σ_r² + σ_f² + C), C = (0.03·255)²; r = reference patch of the"
            + " sources' structures weighted by (‖x_k - μ_k‖/11)^p, p = min(tan(πR/2), 10)",
        Samples.GREY.colour(),
        Wording.LEVELS,
        Wording.INSIDE,
        scales == 1 ? "grey, full size only" : "grey, 3 scales, exponent at most 10",
        "Ma, Zeng, Wang: Perceptual Quality Assessment for Multi-Exposure Image Fusion. IEEE TIP"
            + " 24(11), 2015",
        URI.create("https://doi.org/10.1109/TIP.2015.2442920"),
        "The authors' code caps the exponent at 10 (the paper: unbounded) and reports three scales"
            + " (the paper's formula has one): followed. MEF-SSIM_c, the loss of MEF-Net, takes the"
            + " structure of the strongest source alone, a window of sigma 11/6 with zero padding"
            + " and a term for luminance: its values are not comparable. Ports in float32, with"
            + " padding or on colour differ by 1e-3 to 1e-2. With more sources the values rise:"
            + " compare only results of the same number of sources.");
  }
}
