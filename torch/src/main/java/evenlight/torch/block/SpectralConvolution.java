package evenlight.torch.block;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution with bias and without padding whose kernel is divided by its greatest singular
 * value (Miyato, Kataoka, Koyama, Yoshida, "Spectral Normalization for Generative Adversarial
 * Networks", ICLR 2018).
 *
 * <pre>
 * W: the kernel as a matrix with a row for each output channel
 * v = Wᵀu / |Wᵀu|,   u' = Wv / |Wv|,   σ = u'ᵀ W v,   kernel = W / σ
 * </pre>
 *
 * <p>One step of the power iteration at a time; training keeps u' for the next, evaluation keeps u.
 * No gradient goes through u and v.
 */
public final class SpectralConvolution extends Module {
  private static final double EPSILON = 1e-12;
  private static final double TRUNCATED_MASS = 0.954499736103642; // within two deviations

  private final long stride;
  private final Tensor weight;
  private final Tensor bias;
  private final Tensor u;

  /**
   * A convolution whose kernel is drawn from a normal distribution, cut off at two deviations, and
   * whose bias is zero.
   *
   * @param deviation of the distribution
   */
  public SpectralConvolution(long in, long out, long kernel, long stride, double deviation) {
    this.stride = stride;
    weight = truncatedNormal(deviation, out, in, kernel, kernel);
    bias = torch.zeros(out);
    u = torch.randn(out);
    register_parameter("weight", weight);
    register_parameter("bias", bias);
    register_buffer("u", u);
  }

  /** Numbers from a normal distribution of mean 0, none beyond two deviations. */
  public static Tensor truncatedNormal(double deviation, long... shape) {
    Tensor uniform = Tensors.plus(Tensors.times(torch.rand(shape), 2), -1);
    Tensor normal = Tensors.times(uniform, TRUNCATED_MASS).erfinv();
    return Tensors.times(normal, Math.sqrt(2) * deviation);
  }

  /** From B,in,H,W to B,out,(H-kernel)/stride+1,(W-kernel)/stride+1. */
  public Tensor forward(Tensor x) {
    long[] one = {1, 1};
    return torch.conv2d(
        x,
        weight.div(norm()),
        new TensorOptional(bias),
        new long[] {stride, stride},
        new long[] {0, 0},
        one,
        1);
  }

  /** The greatest singular value, as one step of the iteration finds it. */
  Tensor norm() {
    Tensor matrix = weight.flatten(1, 3); // out, in·kernel²
    Tensor right;
    Tensor left;
    try (NoGradGuard noGrad = new NoGradGuard()) {
      right = unit(matrix.t().mv(u));
      left = unit(matrix.mv(right));
      if (is_training()) {
        u.copy_(left);
      }
    }
    return left.dot(matrix.mv(right));
  }

  private static Tensor unit(Tensor vector) {
    return vector.div(vector.norm().add(new Scalar(EPSILON)));
  }
}
