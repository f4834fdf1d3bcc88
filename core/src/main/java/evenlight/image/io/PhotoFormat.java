package evenlight.image.io;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;

/**
 * A file format that photographs are read from and written to, with its codecs.
 *
 * <p>Several codecs for one format may be on the class path. Which one works decides about 16-bit
 * samples and about damaged files, hence each is named here and none is left to the order of
 * discovery. The JDK writes JPEG; PNG and TIFF are written here, on all processors. TwelveMonkeys
 * reads TIFF, because the JDK's reader fails on 16-bit samples with deflate and predictor, and
 * JPEG, because it copes with the profiles and segments that cameras write.
 */
enum PhotoFormat {
  PNG,
  JPEG,
  TIFF;

  /** How many bytes at the start of a file tell its format. */
  static final int SIGNATURE_BYTES = 8;

  private static final String WRITERS = "com.sun.imageio.plugins.";

  /**
   * The format that a file's ending names.
   *
   * @throws IllegalArgumentException if it names none; the message lists the known ones
   */
  static PhotoFormat ofEnding(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.endings().stream().anyMatch(name::endsWith))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the output must end in one of %s, but is %s".formatted(allEndings(), file)));
  }

  /** The format whose files start with these bytes. */
  static Optional<PhotoFormat> ofSignature(byte[] start) {
    String hex = HexFormat.of().formatHex(start);
    return Arrays.stream(values())
        .filter(format -> format.signatures().stream().anyMatch(hex::startsWith))
        .findFirst();
  }

  /** The most bits a sample that a file of this format can hold: 8, 16 or 32. */
  int maxBitDepth() {
    return switch (this) {
      case JPEG -> 8;
      case PNG -> 16;
      case TIFF -> 32;
    };
  }

  private static String allEndings() {
    return Arrays.stream(values())
        .flatMap(format -> format.endings().stream())
        .collect(Collectors.joining(", "));
  }

  private List<String> endings() {
    return switch (this) {
      case PNG -> List.of(".png");
      case JPEG -> List.of(".jpg", ".jpeg");
      case TIFF -> List.of(".tif", ".tiff");
    };
  }

  /** The first bytes of a file, in hexadecimal digits. */
  private List<String> signatures() {
    return switch (this) {
      case PNG -> List.of("89504e470d0a1a0a");
      case JPEG -> List.of("ffd8ff");
      case TIFF -> List.of("49492a00", "4d4d002a");
    };
  }

  private String readers() {
    return switch (this) {
      case PNG -> "com.sun.imageio.plugins.png.";
      case JPEG -> "com.twelvemonkeys.imageio.plugins.jpeg.";
      case TIFF -> "com.twelvemonkeys.imageio.plugins.tiff.";
    };
  }

  /** A new reader; to be disposed of. */
  ImageReader reader() {
    return find(ImageIO.getImageReadersByFormatName(name()), readers());
  }

  /** A new writer of the JDK; to be disposed of. */
  ImageWriter writer() {
    return find(ImageIO.getImageWritersByFormatName(name()), WRITERS);
  }

  private <T> T find(Iterator<T> codecs, String home) {
    while (codecs.hasNext()) {
      T codec = codecs.next();
      if (codec.getClass().getName().startsWith(home)) {
        return codec;
      }
    }
    throw new IllegalStateException(
        "a %s codec of %s must be on the class path, but is not".formatted(this, home));
  }
}
