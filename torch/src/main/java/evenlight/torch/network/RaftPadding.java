package evenlight.torch.network;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Borders that make the sides of pictures multiples of 8 and long enough for four levels.
 *
 * @param height of the picture
 * @param width of the picture
 * @param top rows before it
 * @param left columns before it
 * @param bottom rows behind it
 * @param right columns behind it
 */
record RaftPadding(long height, long width, long top, long left, long bottom, long right) {
  /** The shortest side: the coarsest level then still has two places. */
  static final int LEAST = 128;

  /** What pictures B,C,H,W of this size need, as evenly on both sides as possible. */
  static RaftPadding of(Tensor picture) {
    long height = picture.size(2);
    long width = picture.size(3);
    long rows = missing(height);
    long columns = missing(width);
    return new RaftPadding(
        height, width, rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
  }

  private static long missing(long extent) {
    long wanted =
        Math.max(LEAST, (extent + RaftConfig.STEP - 1) / RaftConfig.STEP * RaftConfig.STEP);
    return wanted - extent;
  }

  /** A picture with borders, in which its outermost samples are repeated. */
  Tensor added(Tensor picture) {
    return top + left + bottom + right == 0
        ? picture
        : torch.pad(
            picture, new long[] {left, right, top, bottom}, "replicate", new DoubleOptional());
  }

  /** What lies within the borders. */
  Tensor removed(Tensor padded) {
    return padded.narrow(2, top, height).narrow(3, left, width);
  }
}
