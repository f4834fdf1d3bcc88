package evenlight.torch.network;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Flow at an eighth of the pictures' size becomes flow at their size, in their pixels. */
final class RaftUpsampling {
  private static final int STEP = RaftConfig.STEP;
  private static final int NEIGHBOURS = 9;

  private RaftUpsampling() {}

  /** Bilinear interpolation, corners aligned: from B,2,h,w to B,2,8h,8w. */
  static Tensor bilinear(Tensor flow) {
    long[] size = {STEP * flow.size(2), STEP * flow.size(3)};
    return Tensors.times(torch.upsample_bilinear2d(flow, size, true), STEP);
  }

  /**
   * Every pixel becomes a mean of the nine nearest places, zeros beyond the border.
   *
   * @param flow B,2,h,w
   * @param mask B,9·8·8,h,w: of every pixel of a place, what the softmax of the nine weighs
   * @return B,2,8h,8w
   */
  static Tensor convex(Tensor flow, Tensor mask) {
    long b = flow.size(0);
    long h = flow.size(2);
    long w = flow.size(3);
    Tensor weights = torch.softmax(mask.view(b, 1, NEIGHBOURS, STEP, STEP, h, w), 2);
    long[] once = {1, 1};
    Tensor around =
        torch.im2col(Tensors.times(flow, STEP), new long[] {3, 3}, once, once, 1, 1); // B,18,h·w
    Tensor mean = weights.mul(around.view(b, 2, NEIGHBOURS, 1, 1, h, w)).sum(2); // B,2,8,8,h,w
    return mean.permute(0, 1, 4, 2, 5, 3).reshape(b, 2, STEP * h, STEP * w);
  }
}
