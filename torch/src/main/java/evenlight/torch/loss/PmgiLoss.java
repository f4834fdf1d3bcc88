package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * What PMGI learns by (Zhang et al., AAAI 2020) for exposures O and U and fused F, luminance in
 * [-1,1].
 *
 * <pre>
 * L = s [ i mean (F - U)² + i mean (F - O)² + g mean (ΔF - ΔU)² + g mean (ΔF - ΔO)² ]
 * </pre>
 *
 * <p>Δ is the Laplacian of four neighbours, zeros lying beyond the border.
 */
public final class PmgiLoss implements FusionLoss {
  /**
   * The weights.
   *
   * @param scale s, 100 in the authors' code
   * @param intensity i, 1.5 there
   * @param gradient g, 16 there
   */
  public record Config(double scale, double intensity, double gradient) {
    /** Checks that all are finite and not negative. */
    public Config {
      if (!(scale >= 0
          && intensity >= 0
          && gradient >= 0
          && scale + intensity + gradient < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weights must be finite and not negative, but are %s, %s and %s"
                .formatted(scale, intensity, gradient));
      }
    }
  }

  private final Config config;

  /** A loss with these weights. */
  public PmgiLoss(Config config) {
    this.config = config;
  }

  /** The loss; the brightness counts for nothing. */
  @Override
  public Tensor forward(Tensor over, Tensor under, Tensor brightness, Tensor fused) {
    return Tensors.times(to(under, fused).add(to(over, fused)), config.scale());
  }

  private Tensor to(Tensor source, Tensor fused) {
    Tensor difference = fused.sub(source);
    Tensor gradient = Differences.laplacian(difference).square().mean();
    return Tensors.times(difference.square().mean(), config.intensity())
        .add(Tensors.times(gradient, config.gradient()));
  }
}
