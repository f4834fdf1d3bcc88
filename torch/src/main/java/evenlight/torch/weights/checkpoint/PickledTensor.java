package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A tensor as a pickle describes it, not yet checked against its storage.
 *
 * @param storage where its numbers lie
 * @param offset of its first number there
 * @param shape sizes of its dimensions
 * @param strides how far it is from one index to the next
 */
record PickledTensor(StorageReference storage, long offset, List<Long> shape, List<Long> strides) {
  private static final int SHAPE = 2;
  private static final int STRIDES = 3;

  /** What torch._utils._rebuild_tensor and its successor make of their first four arguments. */
  static PickledTensor rebuilt(Tuple arguments, String source) throws IOException {
    return new PickledTensor(
        arguments.item(0, StorageReference.class, source),
        arguments.item(1, Long.class, source),
        arguments.item(SHAPE, Tuple.class, source).wholeNumbers(source),
        arguments.item(STRIDES, Tuple.class, source).wholeNumbers(source));
  }

  /**
   * The tensor in its storage.
   *
   * @param name how messages call it
   * @throws IOException if it does not lie within
   */
  StoredTensor in(ByteBuffer data, String name) throws IOException {
    return StoredTensor.of(storage.type(), shape, strides, offset, data, name);
  }
}
