package evenlight.torch.network;

import evenlight.torch.network.LcndrConfig.Filter;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The spatial gradient filter FG of LCNDR's edge revision, on each channel by itself.
 *
 * <pre>
 * g(y,x) = sqrt((p(y,x) - p(y,x-1))² + (p(y,x) - p(y+1,x))² + 1e-12)      eq. (5)
 * E(y,x) = max(g(y,x), g(y+1,x+1))                                        eq. (4)
 * </pre>
 *
 * <p>As printed, eq. (5) sums over all pixels and eq. (4) takes a maximum over all of them, which
 * would leave one number; here both are read as operators on each pixel. Borders are repeated, so
 * that differences across them vanish; the last row and column have no neighbour below and right
 * and keep g. The small constant keeps the derivative of the root finite.
 */
final class GradientFilter {
  private static final double EPSILON = 1e-12;
  private static final long CHANNELS_AT_ONCE = 8;

  private GradientFilter() {}

  /** From B,C,H,W to the same shape; a few channels at a time, to bound what lives at once. */
  static Tensor apply(Tensor x, Filter filter) {
    long channels = x.size(1);
    List<Tensor> filtered = new ArrayList<>();
    for (long first = 0; first < channels; first += CHANNELS_AT_ONCE) {
      Tensor part = x.narrow(1, first, Math.min(CHANNELS_AT_ONCE, channels - first));
      filtered.add(TensorScope.keepingResult(() -> filtered(part, filter)));
    }
    return Tensors.join(1, filtered.toArray(Tensor[]::new));
  }

  private static Tensor filtered(Tensor x, Filter filter) {
    long height = x.size(2);
    long width = x.size(3);
    // one column more on the left, one row more below
    Tensor padded = torch.pad(x, new long[] {1, 0, 0, 1}, "replicate", new DoubleOptional());
    Tensor left = padded.narrow(2, 0, height).narrow(3, 0, width);
    Tensor below = padded.narrow(2, 1, height).narrow(3, 1, width);
    Tensor squares = x.sub(left).square().add(x.sub(below).square());
    Tensor gradient = Tensors.plus(squares, EPSILON).sqrt();
    if (filter == Filter.MAGNITUDE) {
      return gradient;
    }
    Tensor diagonal = torch.pad(gradient, 0, 1, 0, 1).narrow(2, 1, height).narrow(3, 1, width);
    return torch.maximum(gradient, diagonal);
  }
}
