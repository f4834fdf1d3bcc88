package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a message in the wire format of protocol buffers.
 *
 * @param number which it is
 * @param value if it is a number
 * @param bytes if it is text or a message; else none
 */
record ProtoField(int number, long value, ByteBuffer bytes) {
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int BYTES = 2;
  private static final int FOUR_BYTES = 5;
  private static final int WIRE_TYPE_BITS = 3;
  private static final int WIRE_TYPE_MASK = (1 << WIRE_TYPE_BITS) - 1;

  /** All fields of a message. */
  static List<ProtoField> all(ByteBuffer message, String source) throws IOException {
    Cursor in = new Cursor(message, source);
    List<ProtoField> fields = new ArrayList<>();
    while (in.remaining() > 0) {
      long key = in.varint();
      int number = (int) (key >>> WIRE_TYPE_BITS);
      int wireType = (int) key & WIRE_TYPE_MASK;
      fields.add(
          wireType == BYTES
              ? new ProtoField(number, 0, in.bytes(in.varint()))
              : new ProtoField(number, number(in, wireType), ByteBuffer.allocate(0)));
    }
    return fields;
  }

  private static long number(Cursor in, int wireType) throws IOException {
    return switch (wireType) {
      case VARINT -> in.varint();
      case EIGHT_BYTES -> in.int64();
      case FOUR_BYTES -> in.int32();
      default -> throw in.invalid("have fields of a known type", "type " + wireType);
    };
  }
}
