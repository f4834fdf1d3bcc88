package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Structural similarity (Wang, Bovik, Sheikh, Simoncelli, IEEE TIP 2004) with its three terms, eq.
 * (8) of LCNDR.
 *
 * <pre>
 * l = (2 μa μb + C1) / (μa² + μb² + C1)
 * c = (2 σa σb + C2) / (σa² + σb² + C2)
 * s = (σab + C3) / (σa σb + C3)
 * </pre>
 *
 * <p>on [0,1] with C1 = 0.01², C2 = 0.03², C3 = C2 / 2 and the window of {@link GaussianWindow};
 * the paper gives no constants. Deviations are of the population. Under the root of σa σb stands a
 * further 1e-12, for a finite derivative where a picture is flat.
 */
final class Ssim {
  static final double C1 = 0.01 * 0.01;
  static final double C2 = 0.03 * 0.03;
  static final double C3 = C2 / 2;
  private static final double EPSILON = 1e-12;

  private Ssim() {}

  /** The mean of l·c·s over all windows of each image; B numbers. */
  static Tensor index(Tensor a, Tensor b) {
    Tensor meanA = GaussianWindow.means(a);
    Tensor meanB = GaussianWindow.means(b);
    Tensor varianceA = variance(a, meanA);
    Tensor varianceB = variance(b, meanB);
    Tensor covariance = GaussianWindow.means(a.mul(b)).sub(meanA.mul(meanB));
    Tensor deviations = Tensors.plus(varianceA.mul(varianceB), EPSILON).sqrt();
    Tensor luminance =
        ratio(Tensors.times(meanA.mul(meanB), 2), meanA.square().add(meanB.square()), C1);
    Tensor contrast = ratio(Tensors.times(deviations, 2), varianceA.add(varianceB), C2);
    Tensor structure = ratio(covariance, deviations, C3);
    return luminance
        .mul(contrast)
        .mul(structure)
        .mean(new long[] {1, 2, 3}, false, new ScalarTypeOptional());
  }

  private static Tensor variance(Tensor x, Tensor mean) {
    return GaussianWindow.means(x.square()).sub(mean.square()).relu();
  }

  private static Tensor ratio(Tensor above, Tensor below, double constant) {
    return above.add(new Scalar(constant)).div(below.add(new Scalar(constant)));
  }
}
