package evenlight.image.io;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageMetadata;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageReader;

/**
 * What a TIFF file says of its first picture and a decoder does not check (TIFF 6.0, section 8).
 *
 * <p>The decoder hands samples of 9 to 15 bits out as if they had 16, takes the thumbnail at the
 * start of a camera's raw file for a photograph, and reads beyond the end of a JPEG strip.
 */
final class TiffStructure {
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;
  private static final int SAMPLE_FORMAT = 339;
  private static final int PROFILE = 34675;

  private static final long REDUCED = 1;
  private static final long PALETTE = 3;
  private static final long SIGNED = 2;
  private static final long FLOATING_POINT = 3;

  private final List<Long> subfileType;
  private final List<Long> bits;
  private final List<Long> photometric;
  private final List<Long> sampleFormat;
  private final List<Long> offsets;
  private final List<Long> byteCounts;
  private final Optional<ColourProfile> profile;

  private TiffStructure(TIFFImageMetadata metadata) {
    subfileType = values(metadata, NEW_SUBFILE_TYPE);
    bits = values(metadata, BITS_PER_SAMPLE);
    photometric = values(metadata, PHOTOMETRIC);
    sampleFormat = values(metadata, SAMPLE_FORMAT);
    offsets = values(metadata, STRIP_OFFSETS, TILE_OFFSETS);
    byteCounts = values(metadata, STRIP_BYTE_COUNTS, TILE_BYTE_COUNTS);
    profile =
        Optional.ofNullable(metadata.getTIFFField(PROFILE))
            .filter(field -> field.getValue() instanceof byte[])
            .flatMap(field -> ColourProfile.of((byte[]) field.getValue()));
  }

  /** The structure of the first picture in a TIFF reader's input. */
  static TiffStructure of(ImageReader reader) throws IOException {
    return new TiffStructure((TIFFImageMetadata) reader.getImageMetadata(0));
  }

  /** What its field for a profile holds. */
  Optional<ColourProfile> profile() {
    return profile;
  }

  /**
   * Checks that all pixels lie within the file.
   *
   * @throws IOException if a strip or tile does not; the message is only the reason
   */
  void requireWhole(long fileBytes) throws IOException {
    for (int i = 0; i < Math.min(offsets.size(), byteCounts.size()); i++) {
      if (offsets.get(i) + byteCounts.get(i) > fileBytes) {
        throw new IOException("it ends before its last pixels");
      }
    }
  }

  /**
   * Checks that the picture is no thumbnail, and that its samples fill 8 or 16 bits.
   *
   * @throws IOException if it is something else; the message names the file
   */
  void requirePhotograph(Path file) throws IOException {
    if (subfileType.stream().anyMatch(type -> (type & REDUCED) != 0)) {
      throw new IOException(
          "an exposure must be a full-size picture, but %s starts with a thumbnail, as raw files do"
              .formatted(file));
    }
    if (photometric.contains(PALETTE)) {
      return;
    }
    boolean otherNumbers = sampleFormat.contains(SIGNED) || sampleFormat.contains(FLOATING_POINT);
    for (long depth : bits) {
      if (otherNumbers || (depth != 8 && depth != 16)) {
        throw ColourCheck.wrongDepth(file, depth + "-bit " + numbers());
      }
    }
  }

  private String numbers() {
    if (sampleFormat.contains(FLOATING_POINT)) {
      return "floating-point samples";
    }
    return sampleFormat.contains(SIGNED) ? "signed samples" : "samples";
  }

  private static List<Long> values(TIFFImageMetadata metadata, int... tags) {
    return IntStream.of(tags)
        .mapToObj(metadata::getTIFFField)
        .filter(Objects::nonNull)
        .flatMap(field -> values(field.getValue()))
        .toList();
  }

  /** TwelveMonkeys hands out a number, or an array of numbers of some primitive type. */
  private static Stream<Long> values(Object value) {
    if (value instanceof Number number) {
      return Stream.of(number.longValue());
    }
    return IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.getLong(value, i));
  }
}
