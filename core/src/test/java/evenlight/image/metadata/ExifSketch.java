package evenlight.image.metadata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** Makes EXIF blocks, right or wrong, and puts them into files (CIPA DC-008). */
public final class ExifSketch {
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int SIGNED_RATIONAL = 10;
  private static final int EXIF_POINTER = 34665;
  private static final int GPS_POINTER = 34853;

  private record Field(int type, int count, ByteBuffer value) {
    int outerBytes() {
      return value.limit() <= 4 ? 0 : value.limit();
    }
  }

  private final Map<Integer, Field> root = new TreeMap<>();
  private final Map<Integer, Field> exif = new TreeMap<>();
  private final Map<Integer, Field> gps = new TreeMap<>();

  /** A camera's picture: its time, aperture and sensitivity. */
  public static ExifSketch exposed(int numerator, int denominator, double aperture, int iso) {
    return new ExifSketch()
        .time(numerator, denominator)
        .fraction(33437, (int) Math.round(aperture * 10), 10)
        .number(34855, iso);
  }

  /** Sets the exposure time. */
  public ExifSketch time(int numerator, int denominator) {
    return fraction(33434, numerator, denominator);
  }

  /** Sets a field of text; those of the first directory have lower tags than all others. */
  public ExifSketch text(int tag, String text) {
    byte[] bytes = (text + '\0').getBytes(StandardCharsets.US_ASCII);
    return put(tag, new Field(ASCII, bytes.length, ByteBuffer.wrap(bytes)));
  }

  /** Sets a field of a 16-bit number. */
  public ExifSketch number(int tag, int value) {
    return put(tag, new Field(SHORT, 1, buffer(2).putShort((short) value).flip()));
  }

  /** Sets a field of a fraction; signed if its numerator is negative. */
  public ExifSketch fraction(int tag, int numerator, int denominator) {
    int type = numerator < 0 ? SIGNED_RATIONAL : RATIONAL;
    return put(tag, new Field(type, 1, buffer(8).putInt(numerator).putInt(denominator).flip()));
  }

  /** Sets the latitude, in degrees to the north. */
  public ExifSketch latitude(int degrees) {
    ByteBuffer value = buffer(24).putInt(degrees).putInt(1).putInt(0).putInt(1).putInt(0).putInt(1);
    gps.put(1, new Field(ASCII, 2, ByteBuffer.wrap(new byte[] {'N', 0})));
    gps.put(2, new Field(RATIONAL, 3, value.flip()));
    return this;
  }

  private ExifSketch put(int tag, Field field) {
    (tag < 33000 ? root : exif).put(tag, field);
    return this;
  }

  /** The block: a header of TIFF and three directories. */
  public byte[] bytes() {
    int exifStart = 8 + bytes(root) + 24;
    int gpsStart = exifStart + bytes(exif);
    Map<Integer, Field> first = new TreeMap<>(root);
    first.put(EXIF_POINTER, new Field(LONG, 1, buffer(4).putInt(exifStart).flip()));
    first.put(GPS_POINTER, new Field(LONG, 1, buffer(4).putInt(gpsStart).flip()));
    byte[] bytes = new byte[gpsStart + bytes(gps)];
    ByteBuffer block = ByteBuffer.wrap(bytes).putInt(0x4d4d002a).putInt(8);
    write(first, block);
    write(exif, block);
    write(gps, block);
    return bytes;
  }

  private static int bytes(Map<Integer, Field> fields) {
    return 6 + 12 * fields.size() + fields.values().stream().mapToInt(Field::outerBytes).sum();
  }

  private static void write(Map<Integer, Field> fields, ByteBuffer block) {
    int outer = block.position() + 6 + 12 * fields.size();
    block.putShort((short) fields.size());
    for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
      Field field = entry.getValue();
      ByteBuffer value = field.value().duplicate();
      block.putShort(entry.getKey().shortValue()).putShort((short) field.type());
      block.putInt(field.count());
      if (field.outerBytes() == 0) {
        block.put(value).position(block.position() + 4 - field.value().limit());
      } else {
        block.putInt(outer);
        block.duplicate().position(outer).put(value);
        outer += field.outerBytes();
      }
    }
    block.putInt(0).position(outer);
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes);
  }

  /** Puts the block into a PNG or JPEG file that has none. */
  public Path into(Path file) throws IOException {
    return insert(bytes(), file);
  }

  /** Puts any bytes in the place of an EXIF block of a PNG or JPEG file that has none. */
  public static Path insert(byte[] block, Path file) throws IOException {
    byte[] picture = Files.readAllBytes(file);
    boolean png = picture[1] == 'P';
    int place = png ? 33 : 2;
    var out = new ByteArrayOutputStream();
    out.write(picture, 0, place);
    out.write(png ? chunk(block) : segment(block));
    out.write(picture, place, picture.length - place);
    return Files.write(file, out.toByteArray());
  }

  private static byte[] segment(byte[] block) {
    return buffer(10 + block.length)
        .putShort((short) 0xffe1)
        .putShort((short) (8 + block.length))
        .put(new byte[] {'E', 'x', 'i', 'f', 0, 0})
        .put(block)
        .array();
  }

  private static byte[] chunk(byte[] block) {
    byte[] typed = buffer(4 + block.length).putInt(0x65584966).put(block).array();
    CRC32 crc = new CRC32();
    crc.update(typed);
    return buffer(12 + block.length)
        .putInt(block.length)
        .put(typed)
        .putInt((int) crc.getValue())
        .array();
  }
}
