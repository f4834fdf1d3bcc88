package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What the two networks of MEF-GAN learn by (Xu, Ma, Zhang, IEEE TIP 29, 2020), D being the
 * discriminator, F the fused picture and T the true one, RGB in [0,1].
 *
 * <pre>
 * generator:      -mean ln(D(F) + 1e-8) + λ [ mean (F - T)² + μ mean |∇F - ∇T| ]
 * discriminator:  -mean ln(D(T) + 1e-8) - mean ln(1 - D(F) + 1e-8)
 * ∇: of grey, the mean of the eight neighbours less the pixel
 * </pre>
 *
 * <p>Grey is TensorFlow's, 0.2989 R + 0.587 G + 0.114 B; ∇ is taken where all neighbours exist.
 */
public final class MefGanLoss {
  private static final double EPSILON = 1e-8;

  /**
   * The weights.
   *
   * @param content λ, 500 in the paper
   * @param gradient μ, 0.6 in the paper
   */
  public record Config(double content, double gradient) {
    /** Checks that both are finite and not negative. */
    public Config {
      if (!(content >= 0 && gradient >= 0 && content + gradient < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the weights must be finite and not negative, but are %s and %s"
                .formatted(content, gradient));
      }
    }

    /** λ = 500, μ = 0.6. */
    public static Config paper() {
      return new Config(500, 0.6);
    }
  }

  private final Config config;

  /** A loss with these weights. */
  public MefGanLoss(Config config) {
    this.config = config;
  }

  /**
   * The generator's.
   *
   * @param verdict D(F), B,1 in (0,1)
   * @param fused B,3,H,W
   * @param truth the same shape
   * @return one number
   */
  public Tensor generator(Tensor verdict, Tensor fused, Tensor truth) {
    return surprise(verdict).add(content(fused, truth));
  }

  /**
   * The part of the generator's that asks no discriminator, λ with all that it multiplies.
   *
   * @param fused B,3,H,W
   * @param truth the same shape
   * @return one number
   */
  public Tensor content(Tensor fused, Tensor truth) {
    Tensor difference = fused.sub(truth);
    Tensor gradient = gradient(difference).abs().mean();
    Tensor content = difference.square().mean().add(Tensors.times(gradient, config.gradient()));
    return Tensors.times(content, config.content());
  }

  /**
   * The discriminator's.
   *
   * @param ofTruth D(T), B,1 in (0,1)
   * @param ofFused D(F), the same shape
   * @return one number
   */
  public Tensor discriminator(Tensor ofTruth, Tensor ofFused) {
    return surprise(ofTruth).add(surprise(Tensors.plus(ofFused.neg(), 1)));
  }

  private static Tensor surprise(Tensor verdict) {
    return Tensors.plus(verdict, EPSILON).log().mean().neg();
  }

  private static Tensor gradient(Tensor rgb) {
    float[] weights = {0.2989f, 0.587f, 0.114f};
    Tensor grey = Tensor.create(weights, 1, 3, 1, 1).to(rgb.device(), rgb.scalar_type());
    return Differences.ring(torch.conv2d(rgb, grey));
  }
}
