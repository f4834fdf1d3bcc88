package evenlight.image.metadata;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a camera says of a picture that it took.
 *
 * <p>All of it may be missing, and none of it must be believed: programs drop it, clocks are wrong,
 * and edited pictures keep what was true of another one.
 *
 * @param taken when, by the camera's clock and with its fractions of a second
 * @param exposure time, aperture and sensitivity
 * @param camera and lens
 * @param orientation how the stored picture lies; upright if nothing says otherwise
 * @param height stored rows, before the orientation is applied
 * @param width stored columns, before the orientation is applied
 * @param fault why something could not be read, in a few words, if the file is damaged there
 */
public record CaptureInfo(
    Optional<LocalDateTime> taken,
    ExposureSettings exposure,
    Camera camera,
    Orientation orientation,
    OptionalInt height,
    OptionalInt width,
    Optional<String> fault) {

  /**
   * Reads what a PNG, JPEG or TIFF file says, without decoding pixels.
   *
   * <p>A file that says nothing, or whose EXIF is broken, gives an answer in which that is missing;
   * {@link #fault} tells why.
   *
   * @throws IOException if the file cannot be opened; the message names it
   */
  public static CaptureInfo read(Path file) throws IOException {
    return new ExifReading(MetadataFile.read(file)).captureInfo();
  }

  /** A picture of which nothing is known. */
  public static CaptureInfo unknown() {
    return new CaptureInfo(
        Optional.empty(),
        ExposureSettings.UNKNOWN,
        Camera.UNKNOWN,
        Orientation.UPRIGHT,
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }
}
