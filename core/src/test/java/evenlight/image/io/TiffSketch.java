package evenlight.image.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/**
 * Makes small TIFF files, right or wrong, of one strip: what writers refuse to write is written
 * here byte by byte (TIFF 6.0, section 2).
 */
final class TiffSketch {
  static final int NEW_SUBFILE_TYPE = 254;
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int STRIP_OFFSETS = 273;
  static final int SAMPLES = 277;
  static final int ROWS_PER_STRIP = 278;
  static final int STRIP_BYTES = 279;
  static final int PREDICTOR = 317;
  static final int EXTRA_SAMPLES = 338;
  static final int SAMPLE_FORMAT = 339;
  static final int ICC_PROFILE = 34675;

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;

  private record Field(int type, int count, ByteBuffer value) {
    int length() {
      return value.capacity();
    }
  }

  private final Map<Integer, Field> fields = new TreeMap<>();
  private final byte[] strip;

  private TiffSketch(byte[] strip) {
    this.strip = strip;
  }

  /** A plain RGB file; further calls change what it says of itself. */
  static TiffSketch of(int height, int width, int samples, int bits, byte[] strip) {
    int[] bitsOfEach = new int[samples];
    Arrays.fill(bitsOfEach, bits);
    return new TiffSketch(strip)
        .with(WIDTH, width)
        .with(HEIGHT, height)
        .with(BITS, bitsOfEach)
        .with(COMPRESSION, 1)
        .with(PHOTOMETRIC, 2)
        .with(SAMPLES, samples)
        .with(ROWS_PER_STRIP, height)
        .with(STRIP_BYTES, strip.length);
  }

  /** 16-bit samples, each row as differences from the pixel before (TIFF 6.0, section 14). */
  static byte[] differences(int[][] rows) {
    ByteBuffer bytes = little(rows.length * rows[0].length * Short.BYTES);
    for (int[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        bytes.putShort((short) (i < 3 ? row[i] : row[i] - row[i - 3]));
      }
    }
    return array(bytes);
  }

  static byte[] deflate(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  /** Sets a field of numbers: of 16 bits each if all fit, else of 32. */
  TiffSketch with(int tag, int... values) {
    boolean small = Arrays.stream(values).allMatch(v -> v >= 0 && v < 1 << 16);
    ByteBuffer bytes = little(values.length * (small ? Short.BYTES : Integer.BYTES));
    for (int value : values) {
      if (small) {
        bytes.putShort((short) value);
      } else {
        bytes.putInt(value);
      }
    }
    fields.put(tag, new Field(small ? SHORT : LONG, values.length, bytes.flip()));
    return this;
  }

  TiffSketch with(int tag, byte[] bytes) {
    fields.put(tag, new Field(UNDEFINED, bytes.length, ByteBuffer.wrap(bytes)));
    return this;
  }

  /** Header, directory, values that do not fit into it, strip. */
  byte[] bytes() {
    with(STRIP_OFFSETS, 0);
    int values = 8 + 2 + 12 * fields.size() + 4;
    int start = values + fields.values().stream().mapToInt(field -> field.length()).sum();
    with(STRIP_OFFSETS, start);
    ByteBuffer file = little(start + strip.length);
    file.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) fields.size());
    for (var entry : fields.entrySet()) {
      Field field = entry.getValue();
      file.putShort(entry.getKey().shortValue());
      file.putShort((short) field.type()).putInt(field.count());
      if (field.length() <= Integer.BYTES) {
        file.put(field.value()).position(file.position() + Integer.BYTES - field.length());
      } else {
        file.putInt(values);
        file.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(values).put(field.value());
        values += field.length();
      }
    }
    file.position(start).put(strip);
    return array(file);
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.rewind().get(bytes);
    return bytes;
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
