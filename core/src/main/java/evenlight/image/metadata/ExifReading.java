package evenlight.image.metadata;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.ErrorDirectory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What tags mean (CIPA DC-008, EXIF 2.32).
 *
 * <p>The time and the aperture are also given as logarithms, the sensitivity in three more tags;
 * these are asked where the first is missing or at its end.
 */
final class ExifReading {
  private static final int ISO_LIMIT = 65535;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  private final MetadataFile file;
  private final List<ExifDirectoryBase> directories;

  ExifReading(MetadataFile file) {
    this.file = file;
    directories =
        Stream.concat(all(ExifIFD0Directory.class).limit(1), all(ExifSubIFDDirectory.class))
            .toList();
  }

  private <T extends Directory> Stream<T> all(Class<T> type) {
    return file.tags().getDirectoriesOfType(type).stream();
  }

  CaptureInfo captureInfo() {
    return new CaptureInfo(
        taken(),
        new ExposureSettings(seconds(), aperture(), iso(), bias()),
        new Camera(
            text(ExifDirectoryBase.TAG_MAKE),
            text(ExifDirectoryBase.TAG_MODEL),
            text(ExifDirectoryBase.TAG_BODY_SERIAL_NUMBER),
            text(ExifDirectoryBase.TAG_LENS_MODEL)),
        orientation(),
        side(JpegDirectory.TAG_IMAGE_HEIGHT, ExifDirectoryBase.TAG_IMAGE_HEIGHT),
        side(JpegDirectory.TAG_IMAGE_WIDTH, ExifDirectoryBase.TAG_IMAGE_WIDTH),
        file.fault().or(this::damage));
  }

  private OptionalDouble seconds() {
    OptionalDouble time = positive(ExifDirectoryBase.TAG_EXPOSURE_TIME);
    return time.isPresent() ? time : power(ExifDirectoryBase.TAG_SHUTTER_SPEED, -1);
  }

  private OptionalDouble aperture() {
    OptionalDouble number = positive(ExifDirectoryBase.TAG_FNUMBER);
    return number.isPresent() ? number : power(ExifDirectoryBase.TAG_APERTURE, 0.5);
  }

  private OptionalDouble iso() {
    return IntStream.of(
            ExifDirectoryBase.TAG_ISO_EQUIVALENT,
            ExifDirectoryBase.TAG_RECOMMENDED_EXPOSURE_INDEX,
            ExifDirectoryBase.TAG_STANDARD_OUTPUT_SENSITIVITY,
            ExifDirectoryBase.TAG_ISO_SPEED)
        .mapToObj(this::positive)
        .flatMapToDouble(OptionalDouble::stream)
        .filter(value -> value != ISO_LIMIT)
        .findFirst();
  }

  private OptionalDouble bias() {
    return number(ExifDirectoryBase.TAG_EXPOSURE_BIAS);
  }

  /** 2 to the power of a logarithm times a factor (APEX); a value of zero is not believed. */
  private OptionalDouble power(int tag, double factor) {
    return number(tag).stream()
        .filter(apex -> apex != 0)
        .map(apex -> Math.pow(2, factor * apex))
        .findFirst();
  }

  private OptionalDouble positive(int tag) {
    return number(tag).stream().filter(value -> value > 0).findFirst();
  }

  private OptionalDouble number(int tag) {
    return directories.stream()
        .flatMap(directory -> Stream.ofNullable(directory.getObject(tag)))
        .mapToDouble(ExifReading::number)
        .filter(Double::isFinite)
        .findFirst();
  }

  /** A number, or the first of several; all else is no number. */
  private static double number(Object value) {
    if (value instanceof Rational fraction) {
      return fraction.getDenominator() == 0 ? Double.NaN : fraction.doubleValue();
    }
    if (value instanceof Rational[] fractions && fractions.length > 0) {
      return number(fractions[0]);
    }
    if (value instanceof int[] numbers && numbers.length > 0) {
      return numbers[0];
    }
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private Optional<String> text(int tag) {
    return directories.stream()
        .flatMap(directory -> Stream.ofNullable(directory.getString(tag)))
        .map(text -> text.replace("\0", "").strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private Optional<LocalDateTime> taken() {
    return date(
            ExifDirectoryBase.TAG_DATETIME_ORIGINAL, ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL)
        .or(
            () ->
                date(
                    ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
                    ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED))
        .or(() -> date(ExifDirectoryBase.TAG_DATETIME, ExifDirectoryBase.TAG_SUBSECOND_TIME));
  }

  private Optional<LocalDateTime> date(int tag, int fractionTag) {
    return text(tag).flatMap(ExifReading::date).map(date -> date.plusNanos(nanos(fractionTag)));
  }

  private static Optional<LocalDateTime> date(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, DATE));
    } catch (DateTimeException e) {
      return Optional.empty(); // cameras without a clock write blanks or zeros
    }
  }

  private long nanos(int tag) {
    return text(tag)
        .filter(digits -> digits.matches("\\d{1,9}"))
        .map(digits -> Math.round(Double.parseDouble("0." + digits) * 1e9))
        .orElse(0L);
  }

  private Orientation orientation() {
    return all(ExifIFD0Directory.class)
        .limit(1)
        .flatMap(
            directory -> Stream.ofNullable(directory.getInteger(ExifDirectoryBase.TAG_ORIENTATION)))
        .findFirst()
        .flatMap(Orientation::ofTag)
        .orElse(Orientation.UPRIGHT);
  }

  /** A side of the picture: in JPEG and PNG from its header, in TIFF from its directory. */
  private OptionalInt side(int headerTag, int directoryTag) {
    return Stream.concat(
            all(JpegDirectory.class)
                .limit(1)
                .map(header -> Optional.ofNullable(header.getInteger(headerTag))),
            all(ExifIFD0Directory.class)
                .limit(1)
                .map(directory -> Optional.ofNullable(directory.getInteger(directoryTag))))
        .flatMap(Optional::stream)
        .mapToInt(Integer::intValue)
        .filter(side -> side > 0)
        .findFirst();
  }

  /** What the parser stumbled over in the blocks that are read here. */
  private Optional<String> damage() {
    return Stream.concat(all(ErrorDirectory.class), directories.stream())
        .flatMap(directory -> StreamSupport.stream(directory.getErrors().spliterator(), false))
        .findFirst();
  }
}
