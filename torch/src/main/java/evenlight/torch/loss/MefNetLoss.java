package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * What MEF-Net learns by (Ma et al., IEEE TIP 29, 2020): one minus a MEF-SSIM of any number of
 * exposures on one scale, luminance in [0,1].
 *
 * <pre>
 * L = 1 - mean(l) · mean(s)
 * s = (2 σ_rf + C2) / (σ_r² + σ_f² + C2)      r: the patch of the exposure whose variance is greatest
 * l = (2 μ_r μ_f + C1) / (μ_r² + μ_f² + C1)   μ_r = Σ w_k μ_k / Σ w_k
 * w_k = exp(-(μ_k - ½)² / 0.08) · exp(-(M_k - ½)² / 0.08)      M_k: the mean of the exposure's μ_k
 * </pre>
 *
 * <p>Statistics are under an 11×11 Gaussian window of standard deviation 11/6, zeros lying beyond
 * the border; C1 = 0.01², C2 = 0.03². What comes of the exposures alone carries no gradient. It is
 * not the metric {@code mef-ssim}, which has other patches for r and no luminance.
 */
public final class MefNetLoss {
  private static final double SIGMA = GaussianWindow.SIZE / 6.0;
  private static final double SPREAD = 0.08;
  private static final long[] EXPOSURES = {0};
  private static final long[] ALL_BUT_EXPOSURES = {1, 2, 3};

  /** A loss; it has no settings. */
  public MefNetLoss() {}

  /**
   * The loss.
   *
   * @param exposures of one scene, K,1,H,W
   * @param fused 1,1,H,W
   * @return one number
   */
  public Tensor forward(Tensor exposures, Tensor fused) {
    Tensor means;
    Tensor variance;
    Tensor strongest;
    Tensor mean;
    try (NoGradGuard noGrad = new NoGradGuard()) {
      means = means(exposures);
      Tensor variances = means(exposures.square()).sub(means.square());
      strongest = variances.argmax(new LongOptional(0), true); // 1,1,H,W
      variance = variances.gather(0, strongest);
      mean = wanted(means);
    }
    Tensor meanF = means(fused);
    Tensor varianceF = means(fused.square()).sub(meanF.square());
    Tensor covariances = means(exposures.mul(fused)).sub(means.mul(meanF));
    Tensor covariance = covariances.gather(0, strongest);
    Tensor structure =
        quotient(Tensors.times(covariance, 2), variance.add(varianceF), Ssim.C2).mean();
    Tensor luminance =
        quotient(Tensors.times(mean.mul(meanF), 2), mean.square().add(meanF.square()), Ssim.C1)
            .mean();
    return Tensors.plus(luminance.mul(structure).neg(), 1);
  }

  /** μ_r, 1,1,H,W. */
  private static Tensor wanted(Tensor means) {
    Tensor ofWhole = means.mean(ALL_BUT_EXPOSURES, true, new ScalarTypeOptional()); // K,1,1,1
    Tensor weights = exposedness(means).mul(exposedness(ofWhole)); // K,1,H,W
    return sum(weights.mul(means)).div(sum(weights));
  }

  private static Tensor exposedness(Tensor mean) {
    return Tensors.times(Tensors.plus(mean, -0.5).square(), -1 / SPREAD).exp();
  }

  private static Tensor sum(Tensor x) {
    return x.sum(EXPOSURES, true, new ScalarTypeOptional());
  }

  private static Tensor means(Tensor x) {
    return GaussianWindow.means(x, GaussianWindow.SIZE, SIGMA, GaussianWindow.SIZE / 2);
  }

  private static Tensor quotient(Tensor above, Tensor below, double constant) {
    return Tensors.plus(above, constant).div(Tensors.plus(below, constant));
  }
}
