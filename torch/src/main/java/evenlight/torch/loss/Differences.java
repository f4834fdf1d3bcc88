package evenlight.torch.loss;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Differences of pixels to their neighbours, of planes B,1,H,W. */
final class Differences {
  private static final float[] LAPLACIAN = {0, 1, 0, 1, -4, 1, 0, 1, 0};
  private static final float SIDE = 1 / 8f;
  private static final float[] RING = {SIDE, SIDE, SIDE, SIDE, -1, SIDE, SIDE, SIDE, SIDE};

  private Differences() {}

  /** The Laplacian of four neighbours, zeros beyond the border: B,1,H,W. */
  static Tensor laplacian(Tensor x) {
    return filtered(x, LAPLACIAN, 1);
  }

  /** The mean of eight neighbours less the pixel, where all exist: B,1,H-2,W-2. */
  static Tensor ring(Tensor x) {
    return filtered(x, RING, 0);
  }

  /**
   * A 3×3 kernel over planes.
   *
   * @param margin of zeros around
   */
  static Tensor filtered(Tensor x, float[] kernel, long margin) {
    long[] one = {1, 1};
    Tensor weights = Tensor.create(kernel, 1, 1, 3, 3).to(x.device(), x.scalar_type());
    return torch.conv2d(x, weights, new TensorOptional(), one, new long[] {margin, margin}, one, 1);
  }
}
