package evenlight.image.io;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The directory of a TIFF file (TIFF 6.0, section 2), big-endian: entries in the order of their
 * tags, and behind them the values that do not fit into an entry.
 */
final class TiffDirectory {
  private static final int ENTRY_BYTES = 12;
  private static final int VALUE_BYTES = 4;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private record Entry(int tag, int type, int count, ByteBuffer values) {
    /** Bytes of the values that do not fit into the entry itself. */
    int outerBytes() {
      return values.limit() <= VALUE_BYTES ? 0 : values.limit();
    }
  }

  private final List<Entry> entries = new ArrayList<>();

  /** Adds numbers of 16 bits. */
  TiffDirectory putShorts(int tag, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES);
    IntStream.of(values).forEach(value -> bytes.putShort((short) value));
    return put(tag, SHORT, values.length, bytes);
  }

  /** Adds numbers of 32 bits. */
  TiffDirectory putLongs(int tag, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return put(tag, LONG, values.length, bytes.position(bytes.capacity()));
  }

  /** Adds a fraction. */
  TiffDirectory putRational(int tag, int numerator, int denominator) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES);
    return put(tag, RATIONAL, 1, bytes.putInt(numerator).putInt(denominator));
  }

  private TiffDirectory put(int tag, int type, int count, ByteBuffer values) {
    entries.add(new Entry(tag, type, count, values.flip()));
    return this;
  }

  /**
   * The directory's bytes.
   *
   * @param start where in the file it will lie
   */
  ByteBuffer encode(int start) {
    int valuesEnd = Short.BYTES + entries.size() * ENTRY_BYTES + Integer.BYTES;
    int values = entries.stream().mapToInt(Entry::outerBytes).sum();
    ByteBuffer bytes = ByteBuffer.allocate(valuesEnd + values).putShort((short) entries.size());
    for (Entry entry : entries) {
      ByteBuffer value = entry.values();
      bytes.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      if (entry.outerBytes() == 0) {
        bytes.put(value).position(bytes.position() + VALUE_BYTES - value.limit());
      } else {
        bytes.putInt(start + valuesEnd).put(valuesEnd, value, 0, value.limit());
        valuesEnd += value.limit();
      }
    }
    return bytes.rewind();
  }
}
