package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A tensor as it lies in a checkpoint; its values are read only when they are asked for.
 *
 * <p>It never has more elements than the bytes that it lies in, whatever the file says.
 */
public final class StoredTensor {
  private final ElementType type;
  private final List<Long> shape;
  private final List<Long> strides;
  private final int offset;
  private final ByteBuffer data;

  private StoredTensor(
      ElementType type, List<Long> shape, List<Long> strides, int offset, ByteBuffer data) {
    this.type = type;
    this.shape = List.copyOf(shape);
    this.strides = List.copyOf(strides);
    this.offset = offset;
    this.data = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A tensor that lies anywhere in its bytes.
   *
   * @param strides how many elements lie from one index to the next, for each dimension
   * @param offset the first element
   * @param name how messages call it
   * @throws IOException if it does not lie within its bytes
   */
  static StoredTensor of(
      ElementType type,
      List<Long> shape,
      List<Long> strides,
      long offset,
      ByteBuffer data,
      String name)
      throws IOException {
    long elements = data.remaining() / type.bytes();
    if (shape.size() != strides.size()
        || count(shape, elements) < 0
        || !liesWithin(shape, strides, offset, elements)) {
      throw Checkpoint.invalid(
          "place its tensors within their data",
          "shape %s with strides %s from element %d of %d"
              .formatted(shape, strides, offset, elements),
          name);
    }
    return new StoredTensor(type, shape, strides, (int) offset, data);
  }

  /** A tensor that fills its bytes, the last index running fastest. */
  static StoredTensor filling(ElementType type, List<Long> shape, ByteBuffer data, String name)
      throws IOException {
    long elements = data.remaining() / type.bytes();
    if (count(shape, elements) != elements || elements * type.bytes() != data.remaining()) {
      throw Checkpoint.invalid(
          "have data of the size of its tensors",
          "%d bytes for %s of shape %s".formatted(data.remaining(), type.title(), shape),
          name);
    }
    return new StoredTensor(type, shape, rowMajor(shape), 0, data);
  }

  /** What it is made of. */
  public ElementType type() {
    return type;
  }

  /** Sizes of its dimensions; none for a single number. */
  public List<Long> shape() {
    return shape;
  }

  /**
   * The same with the dimensions in another order.
   *
   * @param order of this tensor's dimensions, each once
   */
  public StoredTensor permuted(List<Integer> order) {
    return new StoredTensor(
        type,
        order.stream().map(shape::get).toList(),
        order.stream().map(strides::get).toList(),
        offset,
        data);
  }

  /**
   * Its numbers in row-major order, in single precision.
   *
   * @throws IllegalStateException if they are no floating-point numbers
   */
  public float[] values() {
    float[] values = new float[(int) count(shape, Integer.MAX_VALUE)];
    int[] index = new int[shape.size()];
    for (int i = 0; i < values.length; i++) {
      long element = offset;
      for (int d = 0; d < index.length; d++) {
        element += index[d] * strides.get(d);
      }
      values[i] = type.value(data, (int) element);
      advance(index);
    }
    return values;
  }

  private void advance(int[] index) {
    for (int d = index.length - 1; d >= 0; d--) {
      index[d]++;
      if (index[d] < shape.get(d)) {
        return;
      }
      index[d] = 0;
    }
  }

  /** How many elements a shape has; -1 if it is impossible or has more than the most. */
  private static long count(List<Long> shape, long most) {
    long count = 1;
    for (long size : shape) {
      if (size < 0 || size > Integer.MAX_VALUE) {
        return -1;
      }
      count *= size;
      if (count > most) {
        return -1;
      }
    }
    return count > most ? -1 : count;
  }

  /** All of it is there if its first and its last element are: strides never go back. */
  private static boolean liesWithin(
      List<Long> shape, List<Long> strides, long offset, long elements) {
    long last = offset;
    for (int d = 0; d < shape.size(); d++) {
      long stride = strides.get(d);
      if (stride < 0 || stride > Integer.MAX_VALUE) {
        return false;
      }
      last += Math.max(shape.get(d) - 1, 0) * stride;
    }
    return offset >= 0 && offset <= elements && (shape.contains(0L) || last < elements);
  }

  private static List<Long> rowMajor(List<Long> shape) {
    List<Long> strides = new ArrayList<>();
    long stride = 1;
    for (int d = shape.size() - 1; d >= 0; d--) {
      strides.add(stride);
      stride *= shape.get(d);
    }
    Collections.reverse(strides);
    return strides;
  }
}
