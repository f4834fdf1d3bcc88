package evenlight.torch.network;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The fast guided filter (He, Sun, arXiv:1505.00996) with which MEF-Net carries small weight maps
 * to full size: a linear model of the target by the guide in every 3×3 window, ε = 1e-4.
 *
 * <pre>
 * a = cov(x, y) / (var(x) + ε),   b = mean(y) - a mean(x)        windows end at the border
 * </pre>
 *
 * <p>Differences of nearly equal products decide: they are computed in double precision.
 *
 * @param a B,1,h,w
 * @param b B,1,h,w
 */
public record FastGuidedFilter(Tensor a, Tensor b) {
  private static final long SIDE = 3;
  private static final double EPSILON = 1e-4;

  /** The model of a target by a guide, B,1,h,w both. */
  public static FastGuidedFilter of(Tensor guide, Tensor target) {
    Tensor x = guide.to(torch.ScalarType.Double);
    Tensor y = target.to(torch.ScalarType.Double);
    Tensor meanX = means(x);
    Tensor meanY = means(y);
    Tensor covariance = means(x.mul(y)).sub(meanX.mul(meanY));
    Tensor variance = means(x.square()).sub(meanX.square());
    Tensor a = covariance.div(Tensors.plus(variance, EPSILON));
    Tensor b = meanY.sub(a.mul(meanX));
    return new FastGuidedFilter(a.to(torch.ScalarType.Float), b.to(torch.ScalarType.Float));
  }

  private static Tensor means(Tensor x) {
    return Tensors.boxMeans(x, SIDE, SIDE / 2);
  }

  /** The model of one picture of the batch. */
  public FastGuidedFilter of(long picture) {
    return new FastGuidedFilter(a.narrow(0, picture, 1), b.narrow(0, picture, 1));
  }

  /** The target that belongs to a guide of another size, B,1,H,W: {@code a x + b}. */
  public Tensor apply(Tensor guide) {
    long[] size = {guide.size(2), guide.size(3)};
    return torch
        .upsample_bilinear2d(a, size, false)
        .mul(guide)
        .add(torch.upsample_bilinear2d(b, size, false));
  }
}
