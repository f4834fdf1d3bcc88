package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the index of a TensorFlow checkpoint says of a tensor (BundleEntryProto).
 *
 * @param type of its numbers
 * @param shape sizes of its dimensions
 * @param shard in which file of data it lies
 * @param offset of its first byte there
 * @param size in bytes
 * @param checksum of these bytes
 */
record BundleEntry(
    ElementType type, List<Long> shape, int shard, long offset, long size, int checksum) {
  private static final int TYPE = 1;
  private static final int SHAPE = 2;
  private static final int SHARD = 3;
  private static final int OFFSET = 4;
  private static final int SIZE = 5;
  private static final int CHECKSUM = 6;
  private static final int SLICES = 7;

  /** A dimension's place in a shape, and a size's in a dimension. */
  private static final int DIMENSION = 2;

  private static final int DIMENSION_SIZE = 1;

  static BundleEntry of(ByteBuffer message, String source) throws IOException {
    long[] fields = new long[SLICES + 1];
    List<Long> shape = List.of();
    for (ProtoField field : ProtoField.all(message, source)) {
      if (field.number() == SHAPE) {
        shape = shape(field.bytes(), source);
      } else if (field.number() == SLICES) {
        throw Checkpoint.invalid("have its tensors in one piece", "slices of one", source);
      } else if (field.number() > 0 && field.number() < SLICES) {
        fields[field.number()] = field.value();
      }
    }
    ElementType type = type(fields[TYPE], source);
    return new BundleEntry(
        type,
        type == ElementType.STRING ? List.of(fields[SIZE]) : shape,
        (int) fields[SHARD],
        fields[OFFSET],
        fields[SIZE],
        (int) fields[CHECKSUM]);
  }

  private static List<Long> shape(ByteBuffer message, String source) throws IOException {
    List<Long> shape = new ArrayList<>();
    for (ProtoField field : ProtoField.all(message, source)) {
      if (field.number() == DIMENSION) {
        long size = 0;
        for (ProtoField part : ProtoField.all(field.bytes(), source)) {
          size = part.number() == DIMENSION_SIZE ? part.value() : size;
        }
        shape.add(size);
      }
    }
    return shape;
  }

  private static ElementType type(long number, String source) throws IOException {
    return switch ((int) number) {
      case 1 -> ElementType.FLOAT32;
      case 2 -> ElementType.FLOAT64;
      case 3 -> ElementType.INT32;
      case 4 -> ElementType.UINT8;
      case 5 -> ElementType.INT16;
      case 6 -> ElementType.INT8;
      case 7 -> ElementType.STRING;
      case 9 -> ElementType.INT64;
      case 10 -> ElementType.BOOL;
      case 14 -> ElementType.BFLOAT16;
      case 19 -> ElementType.FLOAT16;
      default -> throw Checkpoint.invalid("have numbers of a known type", "type " + number, source);
    };
  }
}
