package evenlight.metric;

import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import java.net.URI;

/**
 * How far the brightness of the fused image is from that of the ground truth.
 *
 * <pre>
 * luminance-error = mean |f - t|,   luminance-bias = mean (f - t)
 * </pre>
 *
 * <p>MEF-SSIM, correlation and mutual information do not see a picture that is too dark or too
 * bright as a whole; these two do. A positive bias means brighter than the ground truth.
 */
public final class LuminanceError implements Metric {
  /** Mean absolute difference of the grey samples. */
  public static final LuminanceError ABSOLUTE = new LuminanceError(false);

  /** Signed difference of the mean grey. */
  public static final LuminanceError BIAS = new LuminanceError(true);

  private final boolean signed;
  private final MetricCard card;

  private LuminanceError(boolean signed) {
    this.signed = signed;
    this.card = card(signed);
  }

  @Override
  public MetricCard card() {
    return card;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 truth = comparison.requireReference(card).grey();
    JointHistogram pairs = JointHistogram.of(truth, comparison.fused().grey(), 0);
    return Score.of(signed ? pairs.mean((t, f) -> f - t) : pairs.mean((t, f) -> Math.abs(f - t)));
  }

  private static MetricCard card(boolean signed) {
    return new MetricCard(
        signed ? "luminance-bias" : "luminance-error",
        signed ? "luminance bias" : "luminance error",
        Against.REFERENCE,
        signed ? Direction.ZERO : Direction.LOWER,
        signed ? "[-255, 255]" : "[0, 255]",
        "level",
        signed ? "mean of f - t" : "mean of abs(f - t)",
        Wording.GREY,
        Wording.LEVELS,
        Wording.NO_WINDOW,
        signed ? "grey, mean of fused minus ground truth" : "grey, mean absolute difference",
        "the plain difference; no paper of its own",
        URI.create("https://en.wikipedia.org/wiki/Mean_absolute_error"),
        "The lightness order error (LOE) of enhancement papers is another thing: it compares the"
            + " order of brightness of pixels, not the brightness.");
  }
}
