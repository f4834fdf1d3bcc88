package evenlight.card;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a photograph without decoding it.
 *
 * @param file where it lies
 * @param camera make, model and serial number as far as they are known; empty if nothing is
 * @param taken by the camera's clock, if that is known
 * @param exposureSeconds how long it was exposed, if that is known
 * @param ev how much light it took, in stops: one more is twice the light; only differences between
 *     shots of one camera count
 * @param height rows
 * @param width columns
 * @param orientation as EXIF numbers it: 1 is upright
 */
public record Shot(
    Path file,
    String camera,
    Optional<LocalDateTime> taken,
    OptionalDouble exposureSeconds,
    OptionalDouble ev,
    int height,
    int width,
    int orientation) {

  /** Checks the numbers. */
  public Shot {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a shot must have at least 1×1 pixels, but %s has %d×%d".formatted(file, height, width));
    }
    requireFinite(exposureSeconds, "exposure time", file);
    requireFinite(ev, "exposure value", file);
    if (exposureSeconds.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "an exposure time must be 0 s or more, but that of %s is %s s"
              .formatted(file, exposureSeconds.getAsDouble()));
    }
  }

  private static void requireFinite(OptionalDouble value, String what, Path file) {
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException(
          "the %s must be a finite number, but that of %s is %s"
              .formatted(what, file, value.getAsDouble()));
    }
  }

  /** A photograph of which no more than the size is known. */
  public static Shot untold(Path file, int height, int width) {
    return new Shot(
        file,
        "",
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        height,
        width,
        1);
  }

  /** The file's name. */
  public String name() {
    return String.valueOf(file.getFileName());
  }

  /** The file's name without its ending. */
  String stem() {
    int dot = name().lastIndexOf('.');
    return dot < 1 ? name() : name().substring(0, dot);
  }

  /** The name of the folder that it lies in; empty if the path does not tell. */
  String folderName() {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null || parent.getFileName() == null ? "" : parent.getFileName().toString();
  }

  /** What kind of file it is, by its ending. */
  String format() {
    String ending = name().substring(stem().length()).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case ".jpeg" -> ".jpg";
      case ".tiff" -> ".tif";
      default -> ending;
    };
  }

  /** Whether both have one size and were held the same way. */
  boolean sameFrameAs(Shot other) {
    return height == other.height && width == other.width && orientation == other.orientation;
  }
}
