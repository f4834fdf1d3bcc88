package evenlight.torch.training;

import evenlight.torch.tensor.Tensors;
import org.bytedeco.pytorch.Tensor;

/**
 * Luminance as SDNet and PMGI see it: levels 16 to 235, less 127.5, in parts of 127.5. What of it
 * leaves [0,1] again is not clamped.
 */
final class SignedLuminance {
  /** What networks see, as a phrase. */
  static final String NAME = "luminance in [-1,1]";

  private static final double HALF = 127.5;
  private static final double BLACK = 16;
  private static final double RANGE = 219;

  private SignedLuminance() {}

  /** From [0,1]. */
  static Tensor of(Tensor luminance) {
    return Tensors.plus(Tensors.times(luminance, RANGE / HALF), (BLACK - HALF) / HALF);
  }

  /** To [0,1]. */
  static Tensor unit(Tensor signed) {
    return Tensors.times(Tensors.plus(signed, (HALF - BLACK) / HALF), HALF / RANGE);
  }
}
