package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * What CF-Net learns by (Deng et al., IEEE TIP 30, 2021): the first picture of each branch is to be
 * its own exposure, enlarged, all others the true picture.
 *
 * <pre>
 * L = [1 - s(over_0, O)] + [1 - s(under_0, U)] + Σ_j ([1 - s(over_j, T)] + [1 - s(under_j, T)])
 * s = max(0, mean of (2 μa μb + C1)(2 σab + C2) / ((μa² + μb² + C1)(σa² + σb² + C2)))
 * </pre>
 *
 * <p>s is taken of each channel and averaged over them, under a 7×7 Gaussian window of standard
 * deviation 1.5 where it fits; C1 = 0.01², C2 = 0.03² for samples from 0 to 1. Pictures are B,C,H,W
 * in [-1,1].
 */
public final class CfNetLoss {
  private static final int WINDOW = 7;

  /** Least height and width of the pictures. */
  public static final int MIN_SIZE = WINDOW;

  /** A loss; it has no settings. */
  public CfNetLoss() {}

  /**
   * The loss.
   *
   * @param over pictures of the brighter exposure's branch, the first block's first
   * @param under those of the darker exposure's
   * @param overTarget the brighter exposure in the size of the pictures
   * @param underTarget the darker exposure
   * @param truth the true picture
   * @return one number
   * @throws IllegalArgumentException if there are not as many of both
   */
  public Tensor forward(
      List<Tensor> over, List<Tensor> under, Tensor overTarget, Tensor underTarget, Tensor truth) {
    if (over.isEmpty() || over.size() != under.size()) {
      throw new IllegalArgumentException(
          "both branches must have as many pictures, one or more, but have %d and %d"
              .formatted(over.size(), under.size()));
    }
    Tensor sum = difference(over.get(0), overTarget).add(difference(under.get(0), underTarget));
    for (int j = 1; j < over.size(); j++) {
      sum = sum.add(difference(over.get(j), truth)).add(difference(under.get(j), truth));
    }
    return sum;
  }

  private static Tensor difference(Tensor a, Tensor b) {
    return Tensors.plus(similarity(unit(a), unit(b)).mean().neg(), 1);
  }

  /** B,C,H,W in [-1,1] as B·C,1,H,W in [0,1]. */
  private static Tensor unit(Tensor x) {
    return Tensors.plus(Tensors.times(x, 0.5), 0.5).flatten(0, 1).unsqueeze(1);
  }

  /** s of each channel, B·C numbers. */
  private static Tensor similarity(Tensor a, Tensor b) {
    Tensor meanA = means(a);
    Tensor meanB = means(b);
    Tensor variances =
        means(a.square()).sub(meanA.square()).add(means(b.square()).sub(meanB.square()));
    Tensor covariance = means(a.mul(b)).sub(meanA.mul(meanB));
    Tensor luminance =
        Tensors.plus(Tensors.times(meanA.mul(meanB), 2), Ssim.C1)
            .div(Tensors.plus(meanA.square().add(meanB.square()), Ssim.C1));
    Tensor contrast =
        Tensors.plus(Tensors.times(covariance, 2), Ssim.C2).div(Tensors.plus(variances, Ssim.C2));
    return luminance
        .mul(contrast)
        .mean(new long[] {1, 2, 3}, false, new ScalarTypeOptional())
        .relu();
  }

  private static Tensor means(Tensor x) {
    return GaussianWindow.means(x, WINDOW);
  }
}
