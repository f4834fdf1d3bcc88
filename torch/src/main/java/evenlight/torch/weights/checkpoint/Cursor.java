package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads a checkpoint's bytes one after the other, and never beyond them. */
final class Cursor {
  private static final int GROUP_BITS = 7;
  private static final int MORE = 1 << GROUP_BITS;

  private final ByteBuffer bytes;
  private final String source;

  /**
   * At the start of some bytes.
   *
   * @param source how messages call them
   */
  Cursor(ByteBuffer bytes, String source) {
    this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    this.source = source;
  }

  String source() {
    return source;
  }

  int remaining() {
    return bytes.remaining();
  }

  int unsignedByte() throws IOException {
    require(1);
    return Byte.toUnsignedInt(bytes.get());
  }

  int unsignedShort() throws IOException {
    require(Short.BYTES);
    return Short.toUnsignedInt(bytes.getShort());
  }

  int int32() throws IOException {
    require(Integer.BYTES);
    return bytes.getInt();
  }

  long int64() throws IOException {
    require(Long.BYTES);
    return bytes.getLong();
  }

  double bigEndianDouble() throws IOException {
    return Double.longBitsToDouble(Long.reverseBytes(int64()));
  }

  /** A number in groups of seven bits, the lowest first. */
  long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += GROUP_BITS) {
      int group = unsignedByte();
      value |= (long) (group & (MORE - 1)) << shift;
      if (group < MORE) {
        return value;
      }
    }
    throw invalid("have numbers of at most 64 bits", "a longer one");
  }

  /** The next bytes, not copied. */
  ByteBuffer bytes(long count) throws IOException {
    require(count);
    ByteBuffer next = bytes.slice(bytes.position(), (int) count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) count);
    return next;
  }

  void skip(long count) throws IOException {
    bytes(count);
  }

  String text(long count, Charset charset) throws IOException {
    return charset.decode(bytes(count)).toString();
  }

  /** Text up to the next line feed, which is read, too. */
  String line() throws IOException {
    int length = 0;
    while (length < bytes.remaining() && bytes.get(bytes.position() + length) != '\n') {
      length++;
    }
    String line = text(length, StandardCharsets.UTF_8);
    unsignedByte();
    return line;
  }

  IOException invalid(String must, String found) {
    return Checkpoint.invalid(must, found, source);
  }

  private void require(long count) throws IOException {
    if (count < 0 || count > bytes.remaining()) {
      throw invalid(
          "be complete",
          "%d of %s bytes at byte %d"
              .formatted(bytes.remaining(), Long.toUnsignedString(count), bytes.position()));
    }
  }
}
