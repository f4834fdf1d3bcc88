package evenlight.torch.weights.published;

import java.util.List;

/**
 * What became of one tensor of a checkpoint or of a network.
 *
 * @param name the imported one's; the checkpoint's where it is not imported
 * @param result whether it fits
 * @param shape that it has, or should have where it is missing
 * @param remark what else there is to say; may be empty
 */
public record TensorFinding(String name, Result result, List<Long> shape, String remark) {
  /** Whether a tensor fits. */
  public enum Result {
    /** It is that of the network. */
    MATCHED,
    /**
     * Integers and an optimiser's state, which no network computes with, and what is there twice.
     */
    DROPPED,
    /** The network needs it, and the checkpoint has it not. */
    MISSING,
    /** The checkpoint has it, and the network does not know it. */
    UNEXPECTED,
    /** Its shape is not that of the network. */
    OTHER_SHAPE,
    /** Some of its numbers are NaN or infinite. */
    NOT_FINITE
  }

  /** Copies the shape. */
  public TensorFinding {
    shape = List.copyOf(shape);
  }

  /** Whether weights can be made of it. */
  public boolean isGood() {
    return result == Result.MATCHED || result == Result.DROPPED;
  }
}
