package evenlight.torch.network;

import evenlight.torch.tensor.Tensors;
import java.util.Arrays;
import org.bytedeco.pytorch.Tensor;

/** What networks for two exposures ask of their input. */
final class PairShapes {
  private PairShapes() {}

  /**
   * Checks that both have the same shape B×channels×H×W, H and W being large enough.
   *
   * @throws IllegalArgumentException if not
   */
  static void check(Tensor over, Tensor under, long channels, long least) {
    boolean same = Arrays.equals(over.shape(), under.shape());
    if (!same || over.dim() != 4 || over.size(1) != channels) {
      throw new IllegalArgumentException(
          "both exposures must be B×%d×H×W of one size, but are %s and %s"
              .formatted(channels, Tensors.shape(over), Tensors.shape(under)));
    }
    if (over.size(2) < least || over.size(3) < least) {
      throw new IllegalArgumentException(
          "exposures must be at least %d×%d, but are %d×%d"
              .formatted(least, least, over.size(2), over.size(3)));
    }
  }
}
