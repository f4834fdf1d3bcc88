package evenlight.image.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.StringValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The value of a tag as it is written, big-endian.
 *
 * <p>The parser keeps the kind of a value but not whether a number had 8 or 16 bits and whether a
 * fraction had a sign; that is known from the tag.
 *
 * @param type the type's number in TIFF
 * @param count how many there are
 * @param bytes all of them
 */
@SuppressWarnings("ArrayRecordComponent")
record ExifValue(int type, int count, byte[] bytes) {
  private static final int BYTE = 1;
  private static final int ASCII = 2;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int RATIONAL = 5;
  private static final int UNDEFINED = 7;
  private static final int SIGNED_RATIONAL = 10;

  /** Description, maker, model, date, artist, copyright. */
  static final Set<Integer> ROOT = tags(0x10e, 0x110, 0x132, 0x132, 0x13b, 0x13b, 0x8298, 0x8298);

  /** Exposure, sensitivity, dates, light, focal length, comment, surroundings, scene, lens. */
  static final Set<Integer> EXIF =
      tags(
          0x829a, 0x829d, 0x8822, 0x8827, 0x8830, 0x8835, 0x9003, 0x9004, 0x9010, 0x9012, 0x9201,
          0x920a, 0x9286, 0x9286, 0x9290, 0x9292, 0x9400, 0x9405, 0xa215, 0xa217, 0xa300, 0xa301,
          0xa401, 0xa40a, 0xa40c, 0xa40c, 0xa430, 0xa435);

  /** All of the place. */
  static final Set<Integer> GPS = tags(0, 31);

  /** Version and reference of the altitude. */
  private static final Set<Integer> GPS_BYTES = Set.of(0, 5);

  /** Shutter speed, brightness, bias, temperature, water depth, elevation. */
  private static final Set<Integer> SIGNED = Set.of(0x9201, 0x9203, 0x9204, 0x9400, 0x9403, 0x9405);

  /** Ranges, each as its first and its last tag. */
  private static Set<Integer> tags(int... ranges) {
    Set<Integer> tags = new TreeSet<>();
    for (int i = 0; i < ranges.length; i += 2) {
      IntStream.rangeClosed(ranges[i], ranges[i + 1]).forEach(tags::add);
    }
    return tags;
  }

  /** What the parser found, as a value; empty if it is of no kind that EXIF uses. */
  static Optional<ExifValue> of(int tag, boolean gps, Object found) {
    boolean small = gps && GPS_BYTES.contains(tag);
    if (found instanceof StringValue text) {
      byte[] ascii = text.getBytes();
      return Optional.of(
          new ExifValue(ASCII, ascii.length + 1, Arrays.copyOf(ascii, ascii.length + 1)));
    }
    if (found instanceof Rational fraction) {
      return Optional.of(fractions(tag, fraction));
    }
    if (found instanceof Rational[] fractions) {
      return Optional.of(fractions(tag, fractions));
    }
    if (found instanceof Integer number) {
      return Optional.of(integers(small ? BYTE : SHORT, number));
    }
    if (found instanceof short[] numbers) {
      return Optional.of(
          integers(BYTE, IntStream.range(0, numbers.length).map(i -> numbers[i]).toArray()));
    }
    if (found instanceof int[] numbers) {
      return Optional.of(integers(SHORT, numbers));
    }
    if (found instanceof Long number) {
      return Optional.of(integers(LONG, number.intValue()));
    }
    if (found instanceof byte[] bytes) {
      return Optional.of(new ExifValue(UNDEFINED, bytes.length, bytes));
    }
    return Optional.empty();
  }

  private static ExifValue fractions(int tag, Rational... fractions) {
    byte[] bytes = new byte[fractions.length * 2 * Integer.BYTES];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (Rational fraction : fractions) {
      buffer.putInt((int) fraction.getNumerator()).putInt((int) fraction.getDenominator());
    }
    int type = SIGNED.contains(tag) ? SIGNED_RATIONAL : RATIONAL;
    return new ExifValue(type, fractions.length, bytes);
  }

  private static ExifValue integers(int type, int... numbers) {
    int each = type == LONG ? Integer.BYTES : type == SHORT ? Short.BYTES : 1;
    byte[] bytes = new byte[numbers.length * each];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (numbers[i / each] >> (Byte.SIZE * (each - 1 - i % each)));
    }
    return new ExifValue(type, numbers.length, bytes);
  }
}
