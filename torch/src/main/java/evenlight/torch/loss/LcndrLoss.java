package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * The loss of LCNDR (Li et al., IEEE T-CSVT 2022), eq. (6) to (9), without any ground truth.
 *
 * <pre>
 * L = α L_SSIM + β L_MSE                                           (6)
 * L_SSIM = ½ (1 - SSIM(O,F)) + ½ (1 - SSIM(U,F))                   (7), (8)
 * L_MSE = MSE(O,F) + MSE(U,F)                                      (9)
 * </pre>
 *
 * <p>Eq. (9) as printed is a root with 1/(C·H·W) before it: for a 256×256 patch it is about 1e-5
 * and has no effect, and it is no mean squared error. {@link Mse} has the readings.
 */
public final class LcndrLoss implements FusionLoss {
  private static final double EPSILON = 1e-12;

  /** Readings of eq. (9), p being the number of pixels. */
  public enum Mse {
    /** What the name says: 1/p Σ (F - A)². */
    MEAN,
    /** The root without the factor before it: sqrt(1/(2p) Σ (F - A)²). */
    RMSE,
    /** As printed: 1/(C·H·W) sqrt(1/(2p) Σ (F - A)²). */
    LITERAL
  }

  /**
   * The weights.
   *
   * @param alpha of the SSIM term; the paper has 0.3
   * @param beta of the MSE term; the paper has 5
   * @param mse how eq. (9) is read
   */
  public record Config(double alpha, double beta, Mse mse) {
    /** Checks that both weights are finite and not negative. */
    public Config {
      if (!(alpha >= 0 && beta >= 0 && alpha + beta < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "alpha and beta must be finite and not negative, but are %s and %s"
                .formatted(alpha, beta));
      }
    }

    /** α = 0.3, β = 5, and the mean squared error that the text speaks of. */
    public static Config paper() {
      return new Config(0.3, 5, Mse.MEAN);
    }
  }

  private final Config config;

  /** A loss with these weights. */
  public LcndrLoss(Config config) {
    this.config = config;
  }

  @Override
  public Tensor forward(Tensor over, Tensor under, Tensor brightness, Tensor fused) {
    Tensor similarity = Ssim.index(over, fused).add(Ssim.index(under, fused)); // B
    Tensor ssim = Tensors.plus(Tensors.times(similarity, -0.5), 1);
    Tensor mse = mse(over, fused).add(mse(under, fused)); // B
    return Tensors.times(ssim, config.alpha()).add(Tensors.times(mse, config.beta())).mean();
  }

  private Tensor mse(Tensor source, Tensor fused) {
    Tensor mean =
        fused.sub(source).square().mean(new long[] {1, 2, 3}, false, new ScalarTypeOptional());
    return switch (config.mse()) {
      case MEAN -> mean;
      case RMSE -> rootOfHalf(mean);
      case LITERAL ->
          Tensors.times(rootOfHalf(mean), 1.0 / (fused.size(1) * fused.size(2) * fused.size(3)));
    };
  }

  private static Tensor rootOfHalf(Tensor mean) {
    return Tensors.plus(Tensors.times(mean, 0.5), EPSILON).sqrt();
  }
}
