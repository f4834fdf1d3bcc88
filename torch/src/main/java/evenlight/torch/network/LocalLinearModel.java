package evenlight.torch.network;

import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.function.BinaryOperator;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Fuses reduced exposures and carries the result to full size, by the model that around each place
 * it is the same linear function of both exposures.
 *
 * <pre>
 * (a, b, c) = argmin Σ_w (a·o + b·u + c - f)² + ε (a² + b²)      o, u, f: reduced, w: a window
 * F = ā·O + b̄·U + c̄                                             ā, b̄, c̄: window means, enlarged
 * </pre>
 *
 * <p>The guided filter (He, Sun, Tang, "Guided Image Filtering", TPAMI 2013) with two guides, used
 * to enlarge (He, Sun, "Fast Guided Filter", arXiv:1505.00996). Windows have {@value #SIDE}×{@value
 * #SIDE} pixels of the reduced size; ε is 1e-5 for luminance in [0,1]. It has no parameters, and
 * gradients pass through it.
 */
public final class LocalLinearModel {
  private static final long SIDE = 5;
  private static final double EPSILON = 1e-5;

  private LocalLinearModel() {}

  /**
   * Fuses at a reduced size.
   *
   * @param over B,1,H,W in [0,1]
   * @param under the same shape
   * @param reduction of height and width; what remains at the right and below is repeated
   * @param fusion from both reduced exposures to the reduced result
   * @return B,1,H,W
   */
  static Tensor fuse(Tensor over, Tensor under, long reduction, BinaryOperator<Tensor> fusion) {
    Tensor coefficients =
        TensorScope.keepingResult(
            () -> {
              Tensor o = reduced(over, reduction); // B,1,h,w
              Tensor u = reduced(under, reduction);
              Tensor f = TensorScope.keepingResult(() -> fusion.apply(o, u));
              return coefficients(o, u, f); // B,3,h,w
            });
    long[] size = {coefficients.size(2) * reduction, coefficients.size(3) * reduction};
    Tensor a = enlarged(coefficients, 0, size, over);
    Tensor b = enlarged(coefficients, 1, size, over);
    Tensor c = enlarged(coefficients, 2, size, over);
    return Tensors.plus(a.mul(centred(over)).add(b.mul(centred(under))).add(c), 0.5);
  }

  /** Luminance about zero, for the accuracy of squares in 32 bits. */
  private static Tensor centred(Tensor y) {
    return Tensors.plus(y, -0.5);
  }

  private static Tensor reduced(Tensor y, long reduction) {
    long bottom = (reduction - y.size(2) % reduction) % reduction;
    long right = (reduction - y.size(3) % reduction) % reduction;
    long[] margins = {0, right, 0, bottom};
    return torch.avg_pool2d(
        torch.pad(y, margins, "replicate", new DoubleOptional()), reduction, reduction);
  }

  /**
   * ā, b̄ and c̄ for each place, by Cramer's rule; of luminance less 0.5.
   *
   * @param over reduced, B,1,h,w in [0,1]
   * @param under the same shape
   * @param fused the same shape
   * @return B,3,h,w
   */
  public static Tensor coefficients(Tensor over, Tensor under, Tensor fused) {
    Tensor o = centred(over);
    Tensor u = centred(under);
    Tensor f = centred(fused);
    Tensor meanO = means(o);
    Tensor meanU = means(u);
    Tensor meanF = means(f);
    Tensor oo = Tensors.plus(means(o.square()).sub(meanO.square()), EPSILON);
    Tensor uu = Tensors.plus(means(u.square()).sub(meanU.square()), EPSILON);
    Tensor ou = means(o.mul(u)).sub(meanO.mul(meanU));
    Tensor of = means(o.mul(f)).sub(meanO.mul(meanF));
    Tensor uf = means(u.mul(f)).sub(meanU.mul(meanF));
    Tensor determinant = oo.mul(uu).sub(ou.square());
    Tensor a = of.mul(uu).sub(uf.mul(ou)).div(determinant);
    Tensor b = uf.mul(oo).sub(of.mul(ou)).div(determinant);
    Tensor c = meanF.sub(a.mul(meanO)).sub(b.mul(meanU));
    return means(Tensors.join(1, a, b, c));
  }

  /** Means of what lies of each window within the picture. */
  private static Tensor means(Tensor x) {
    return Tensors.boxMeans(x, SIDE, SIDE / 2);
  }

  private static Tensor enlarged(Tensor coefficients, long index, long[] size, Tensor model) {
    return torch
        .upsample_bilinear2d(coefficients.narrow(1, index, 1), size, false)
        .narrow(2, 0, model.size(2))
        .narrow(3, 0, model.size(3));
  }
}
