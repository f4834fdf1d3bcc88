package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * What SDNet learns by (Zhang, Ma, IJCV 129, 2021) for exposures O and U, fused F, and what it
 * takes F apart to, O' and U'; luminance B,1,H,W in [-1,1].
 *
 * <pre>
 * L = L_int + λ L_grad + L_sep
 * L_int  = mean (F - U)² + mean (F - O)²
 * L_grad = mean M_U (ΔF - ΔU)² + mean M_O (ΔF - ΔO)²
 * L_sep  = mean (U' - U)² + mean (O' - O)²
 * </pre>
 *
 * <p>Δ is the Laplacian of four neighbours. M_O is 1 where |Δ| of a blurred O is greater than that
 * of U, else 0, and M_U = 1 - M_O; they carry no gradient. The blur is Gaussian, 3×3. Zeros lie
 * beyond the border, as in the authors' code.
 */
public final class SdNetLoss {
  private static final float[] BLUR = {
    0.0947f, 0.1183f, 0.0947f, 0.1183f, 0.1478f, 0.1183f, 0.0947f, 0.1183f, 0.0947f
  };

  private final double gradientWeight;

  /**
   * A loss.
   *
   * @param gradientWeight λ, 50 in the paper
   */
  public SdNetLoss(double gradientWeight) {
    if (!(gradientWeight >= 0 && gradientWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the weight must be finite and not negative, but is " + gradientWeight);
    }
    this.gradientWeight = gradientWeight;
  }

  /**
   * The loss.
   *
   * @param over the brighter exposure, O
   * @param under the darker exposure, U
   * @param fused F
   * @param ofOver O'
   * @param ofUnder U'
   * @return one number
   */
  public Tensor forward(Tensor over, Tensor under, Tensor fused, Tensor ofOver, Tensor ofUnder) {
    Tensor intensity = error(fused, under).add(error(fused, over));
    Tensor separation = error(ofUnder, under).add(error(ofOver, over));
    Tensor gradient = Tensors.times(gradient(over, under, fused), gradientWeight);
    return intensity.add(gradient).add(separation);
  }

  private static Tensor error(Tensor a, Tensor b) {
    return a.sub(b).square().mean();
  }

  private static Tensor gradient(Tensor over, Tensor under, Tensor fused) {
    Tensor decided;
    try (NoGradGuard noGrad = new NoGradGuard()) {
      decided = strength(over).gt(strength(under)).to(fused.scalar_type());
    }
    Tensor ofOver = Differences.laplacian(fused.sub(over)).square().mul(decided);
    Tensor ofUnder =
        Differences.laplacian(fused.sub(under)).square().mul(Tensors.plus(decided.neg(), 1));
    return ofOver.mean().add(ofUnder.mean());
  }

  private static Tensor strength(Tensor exposure) {
    return Differences.laplacian(Differences.filtered(exposure, BLUR, 1)).abs();
  }
}
