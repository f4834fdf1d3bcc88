package evenlight.image.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A directory of a TIFF file or of a block of EXIF (TIFF 6.0, section 2), big-endian: entries in
 * the order of their tags, and behind them the values that do not fit into an entry.
 */
public final class TiffDirectory {
  private static final int ENTRY_BYTES = 12;
  private static final int VALUE_BYTES = 4;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private record Entry(int type, int count, ByteBuffer values) {
    /** Bytes of the values that do not fit into the entry itself, an even number. */
    int outerBytes() {
      return values.limit() <= VALUE_BYTES ? 0 : (values.limit() + 1) & ~1;
    }
  }

  private final Map<Integer, Entry> entries = new TreeMap<>();

  /** A directory without entries. */
  public TiffDirectory() {}

  /** Sets numbers of 16 bits. */
  public TiffDirectory putShorts(int tag, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Short.BYTES);
    IntStream.of(values).forEach(value -> bytes.putShort((short) value));
    return put(tag, SHORT, values.length, bytes.flip());
  }

  /** Sets numbers of 32 bits. */
  public TiffDirectory putLongs(int tag, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return put(tag, LONG, values.length, bytes);
  }

  /** Sets a fraction. */
  public TiffDirectory putRational(int tag, int numerator, int denominator) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * Integer.BYTES);
    return put(tag, RATIONAL, 1, bytes.putInt(numerator).putInt(denominator).flip());
  }

  /** Sets a text; what is not ASCII becomes a question mark. */
  public TiffDirectory putText(int tag, String text) {
    byte[] bytes = (text + '\0').getBytes(StandardCharsets.US_ASCII);
    return put(tag, ASCII, bytes.length, bytes);
  }

  /**
   * Sets values of any type.
   *
   * @param type the type's number in TIFF
   * @param count how many values
   * @param values their bytes, the high byte of each first
   */
  public TiffDirectory put(int tag, int type, int count, byte[] values) {
    return put(tag, type, count, ByteBuffer.wrap(values));
  }

  private TiffDirectory put(int tag, int type, int count, ByteBuffer values) {
    entries.put(tag, new Entry(type, count, values));
    return this;
  }

  /** Whether there is no entry. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** How many bytes it takes. */
  public int bytes() {
    return entriesEnd() + entries.values().stream().mapToInt(Entry::outerBytes).sum();
  }

  private int entriesEnd() {
    return Short.BYTES + entries.size() * ENTRY_BYTES + Integer.BYTES;
  }

  /**
   * The directory's bytes.
   *
   * @param start where in the file it will lie, an even number
   */
  public ByteBuffer encode(int start) {
    int outer = entriesEnd();
    ByteBuffer bytes = ByteBuffer.allocate(bytes()).putShort((short) entries.size());
    for (Map.Entry<Integer, Entry> numbered : entries.entrySet()) {
      Entry entry = numbered.getValue();
      ByteBuffer value = entry.values().duplicate();
      bytes.putShort(numbered.getKey().shortValue()).putShort((short) entry.type());
      bytes.putInt(entry.count());
      if (entry.outerBytes() == 0) {
        bytes.put(value).position(bytes.position() + VALUE_BYTES - value.limit());
      } else {
        bytes.putInt(start + outer).put(outer, value, 0, value.limit());
        outer += entry.outerBytes();
      }
    }
    return bytes.rewind();
  }
}
