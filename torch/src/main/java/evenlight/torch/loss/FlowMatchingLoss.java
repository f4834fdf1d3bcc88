package evenlight.torch.loss;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * How surely features alone find where everything went: the cross entropy of the place that a
 * picture's place moved to, among all places of the other picture.
 *
 * <pre>
 * p(q | x) = softmax over q of ⟨f(x), g(q)⟩ / √C
 * L = mean of -log p(x + flow(x) | x), between places bilinear, over the known x that stay inside
 * </pre>
 *
 * <p>RAFT's paper has no such term. Its sequence loss says nothing to features that match nothing
 * yet: a short training then ends at "nothing moves".
 */
public final class FlowMatchingLoss {
  private static final int BILINEAR = 0;
  private static final int ZEROS = 0;

  /** How much of a place must be known. */
  private static final double KNOWN = 0.5;

  private FlowMatchingLoss() {}

  /**
   * The loss.
   *
   * @param first features B,C,h,w; h and w from 2 on
   * @param second of the same shape
   * @param flow B,2,H,W in pixels of that size, H and W the same multiple of h and w
   * @param known B,1,H,W: 1 where the flow is known, 0 elsewhere
   */
  public static Tensor of(Tensor first, Tensor second, Tensor flow, Tensor known) {
    long b = first.size(0);
    long h = first.size(2);
    long w = first.size(3);
    long step = flow.size(3) / w;
    Tensor likeness =
        Tensors.times(
            first.flatten(2, 3).transpose(1, 2).bmm(second.flatten(2, 3)),
            1 / Math.sqrt((double) first.size(1))); // B,h·w,h·w
    Tensor sure = likeness.log_softmax(2).view(b * h * w, 1, h, w);
    Tensor moved = Tensors.times(reduced(flow, step), 1.0 / step);
    Tensor places = signed(moved, h, w); // B,h,w,2
    Tensor found = torch.grid_sampler(sure, places.view(b * h * w, 1, 1, 2), BILINEAR, ZEROS, true);
    Tensor inside = places.abs().le(new Scalar(1)).all(3, false);
    Tensor counts =
        inside
            .logical_and(reduced(known, step).squeeze(1).gt(new Scalar(KNOWN)))
            .to(found.scalar_type())
            .view(b * h * w);
    Tensor most = counts.sum().clamp_min(new Scalar(1));
    return found.view(b * h * w).mul(counts).sum().neg().div(most);
  }

  private static Tensor reduced(Tensor x, long step) {
    long[] block = {step, step};
    return torch.avg_pool2d(x, block, block, new long[] {0, 0}, false, true, new LongOptional());
  }

  /** Where places move to, from -1 at the first to 1 at the last. */
  private static Tensor signed(Tensor moved, long h, long w) {
    Tensor x = torch.arange(new Scalar((double) w), moved.options()).view(1, 1, w);
    Tensor y = torch.arange(new Scalar((double) h), moved.options()).view(1, h, 1);
    Tensor across = Tensors.plus(Tensors.times(moved.select(1, 0).add(x), 2.0 / (w - 1)), -1);
    Tensor down = Tensors.plus(Tensors.times(moved.select(1, 1).add(y), 2.0 / (h - 1)), -1);
    return torch.stack(new TensorVector(across, down), 3);
  }
}
