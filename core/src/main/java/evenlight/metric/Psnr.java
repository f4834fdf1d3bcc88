package evenlight.metric;

import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import evenlight.metric.Score.Caveat;
import java.math.BigDecimal;
import java.net.URI;

/**
 * Peak signal-to-noise ratio against the ground truth.
 *
 * <pre>
 * PSNR = 10 log10(peak² / MSE)
 * </pre>
 *
 * <p>The mean squared error runs over all pixels and all channels taken together. It is infinite
 * where both pictures are equal; the score then has no value and says so, and a mean over pictures
 * is the mean of their PSNR, not the PSNR of their mean error.
 *
 * <p>Reference: Li et al., "Learning a Coordinated Network for Detail-refinement Multi-exposure
 * Image Fusion", equations 12 and 13, with a peak of 256; most others use 255.
 */
public final class Psnr implements Metric {
  /** All channels, peak 255. */
  public static final Psnr RGB_255 = new Psnr("psnr", new Options(Samples.CHANNELS, 255));

  /** All channels, peak 256. */
  public static final Psnr RGB_256 = new Psnr("psnr-256", new Options(Samples.CHANNELS, 256));

  /** Grey, peak 255. */
  public static final Psnr GREY_255 = new Psnr("psnr-y", new Options(Samples.GREY, 255));

  /**
   * What the ratio is of.
   *
   * @param samples what the error is taken of
   * @param peak the value that counts as the signal, in levels; 255 unless told
   */
  public record Options(Samples samples, double peak) {
    /** Checks the peak. */
    public Options {
      if (!(peak > 0) || Double.isInfinite(peak)) {
        throw new IllegalArgumentException("the peak must be positive and finite, but is " + peak);
      }
    }
  }

  private final Options options;
  private final MetricCard card;

  /** A variant with an id of its own. */
  public Psnr(String id, Options options) {
    this.options = options;
    this.card = card(id, options);
  }

  @Override
  public MetricCard card() {
    return card;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 truth = options.samples().of(comparison.requireReference(card));
    Image8 fused = options.samples().of(comparison.fused());
    double error = meanSquaredError(truth, fused);
    if (error == 0) {
      return Score.without(
          Caveat.Kind.INFINITE, "the fused image equals the ground truth: no noise to divide by");
    }
    return Score.of(10 * Math.log10(options.peak() * options.peak() / error));
  }

  private static double meanSquaredError(Image8 truth, Image8 fused) {
    double sum = 0;
    for (int c = 0; c < fused.channels(); c++) {
      sum += JointHistogram.of(truth, fused, c).mean((t, f) -> (t - f) * (t - f));
    }
    return sum / fused.channels();
  }

  private static MetricCard card(String id, Options options) {
    String peak = BigDecimal.valueOf(options.peak()).stripTrailingZeros().toPlainString();
    return new MetricCard(
        id,
        name(options),
        Against.REFERENCE,
        Direction.HIGHER,
        options.peak() < Image8.WHITE ? "(-∞, ∞)" : "[0, ∞)",
        "dB",
        "10 log10(%s² / MSE), MSE over all pixels and channels".formatted(peak),
        options.samples().colour(),
        Wording.LEVELS + ", peak " + peak,
        Wording.NO_WINDOW,
        options.samples().words() + ", peak " + peak,
        "Li et al., Learning a Coordinated Network for Detail-refinement Multi-exposure Image"
            + " Fusion, IEEE TCSVT, 2022, equations 12 and 13",
        URI.create("https://github.com/lok-18/LCNDR"),
        "The paper prints a peak of 256, which adds 20 log10(256/255) = 0.0340 dB to a peak of 255,"
            + " and forgets the square in the error; channels are not stated. MEFB's PSNR has no"
            + " ground truth: it averages an error against the sources whose root is misplaced."
            + " This is the usual definition.");
  }

  /** Paper and field mean RGB and a peak of 255 unless they say otherwise. */
  private static String name(Options options) {
    if (options.samples() == Samples.GREY) {
      return "PSNR, grey";
    }
    return options.peak() == Image8.WHITE ? "PSNR" : "PSNR, peak %.0f".formatted(options.peak());
  }
}
