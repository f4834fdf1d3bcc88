package evenlight.torch.weights.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A table of LevelDB's, in which TensorFlow writes the index of a checkpoint: blocks of entries
 * whose keys share their beginnings, a block that lists those blocks, and a footer
 * (https://github.com/google/leveldb/blob/main/doc/table_format.md).
 */
final class SortedTable {
  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int FOOTER = 48;
  private static final int MOST_KEY_BYTES = 1024;
  private static final int MOST_ENTRIES = 100_000;

  private final ByteBuffer file;
  private final String source;
  private int entriesLeft = MOST_ENTRIES;

  private SortedTable(ByteBuffer file, String source) {
    this.file = file;
    this.source = source;
  }

  /** Whether a file ends as such a table does. */
  static boolean isOne(ByteBuffer file) {
    return file.remaining() >= FOOTER
        && file.duplicate().order(ByteOrder.LITTLE_ENDIAN).getLong(file.limit() - Long.BYTES)
            == MAGIC;
  }

  /** All entries in the order of their keys. */
  static Map<String, ByteBuffer> read(ByteBuffer file, String source) throws IOException {
    if (!isOne(file)) {
      throw Checkpoint.invalid("be complete if it is an index", "no footer", source);
    }
    return new SortedTable(file, source).entries();
  }

  private Map<String, ByteBuffer> entries() throws IOException {
    Cursor footer = new Cursor(file.slice(file.limit() - FOOTER, FOOTER), source);
    footer.varint();
    footer.varint();
    Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    for (ByteBuffer handle : block(footer.varint(), footer.varint()).values()) {
      Cursor place = new Cursor(handle, source);
      entries.putAll(block(place.varint(), place.varint()));
    }
    return entries;
  }

  private Map<String, ByteBuffer> block(long offset, long size) throws IOException {
    Cursor cursor = new Cursor(file, source);
    cursor.skip(offset);
    ByteBuffer checked = cursor.bytes(size < 0 ? size : size + 1);
    int compression = checked.get(checked.limit() - 1);
    if (MaskedChecksum.of(checked) != cursor.int32()) {
      throw Checkpoint.invalid("be as it was written", "another checksum of its index", source);
    }
    if (compression != 0) {
      throw Checkpoint.invalid(
          "have an index without compression", "compression " + compression, source);
    }
    return entries(checked.slice(0, (int) size).order(ByteOrder.LITTLE_ENDIAN));
  }

  /** The block ends with the places where keys are written in full, and how many there are. */
  private Map<String, ByteBuffer> entries(ByteBuffer block) throws IOException {
    Cursor whole = new Cursor(block, source);
    long restarts =
        block.limit() < Integer.BYTES
            ? 0
            : Integer.toUnsignedLong(block.getInt(block.limit() - Integer.BYTES));
    Cursor in = new Cursor(whole.bytes(block.limit() - (restarts + 1) * Integer.BYTES), source);
    Map<String, ByteBuffer> entries = new LinkedHashMap<>();
    byte[] key = new byte[0];
    while (in.remaining() > 0) {
      entriesLeft--;
      long shared = in.varint();
      long own = in.varint();
      final long size = in.varint();
      if (entriesLeft < 0
          || shared < 0
          || shared > key.length
          || own < 0
          || own > MOST_KEY_BYTES - shared) {
        throw Checkpoint.invalid(
            "have an index of at most %d names of %d bytes".formatted(MOST_ENTRIES, MOST_KEY_BYTES),
            "a longer one, or a broken name",
            source);
      }
      key = Arrays.copyOf(key, (int) (shared + own));
      in.bytes(own).get(key, (int) shared, (int) own);
      entries.put(new String(key, StandardCharsets.UTF_8), in.bytes(size));
    }
    return entries;
  }
}
