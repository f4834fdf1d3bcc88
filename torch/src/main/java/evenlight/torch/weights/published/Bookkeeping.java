package evenlight.torch.weights.published;

import evenlight.torch.weights.checkpoint.StoredTensor;
import java.util.Set;

/** What training leaves in a checkpoint beside the network. */
final class Bookkeeping {
  /** What TensorFlow's optimisers keep for each variable, and for all. */
  private static final Set<String> OPTIMISER =
      Set.of(
          "Adam",
          "Adam_1",
          "RMSProp",
          "RMSProp_1",
          "Momentum",
          "beta1_power",
          "beta2_power",
          "global_step");

  private Bookkeeping() {}

  /** Whether a tensor with this name in its checkpoint is no part of a network. */
  static boolean is(String name, StoredTensor tensor) {
    return !tensor.type().isFloatingPoint()
        || OPTIMISER.contains(name.substring(name.lastIndexOf('/') + 1));
  }
}
