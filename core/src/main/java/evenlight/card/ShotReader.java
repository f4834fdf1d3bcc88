package evenlight.card;

import evenlight.image.io.PhotoPreview;
import evenlight.image.metadata.Camera;
import evenlight.image.metadata.CaptureInfo;
import evenlight.image.metadata.ExposureSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes shots of files, from what the camera wrote into them. */
public final class ShotReader {
  /**
   * What was read.
   *
   * @param shots in the order of the files
   * @param unreadable files that are no photographs although their names say so
   */
  public record Shots(List<Shot> shots, List<Unreadable> unreadable) {
    /** Copies the lists. */
    public Shots {
      shots = List.copyOf(shots);
      unreadable = List.copyOf(unreadable);
    }
  }

  /**
   * A file that cannot be read.
   *
   * @param file where it lies
   * @param reason in one line
   */
  public record Unreadable(Path file, String reason) {}

  private record Told(Path file, CaptureInfo info, PhotoPreview.Size size) {
    String camera() {
      Camera camera = info.camera();
      return Stream.of(camera.make(), camera.model(), camera.serial())
          .flatMap(Optional::stream)
          .collect(Collectors.joining(" "));
    }
  }

  private ShotReader() {}

  /** Reads what is told of photographs; none is decoded. */
  public static Shots read(List<Path> files) {
    List<Told> told = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (Path file : files) {
      try {
        CaptureInfo info = CaptureInfo.read(file);
        told.add(new Told(file, info, size(file, info)));
      } catch (IOException e) {
        unreadable.add(
            new Unreadable(file, Objects.requireNonNullElse(e.getMessage(), e.toString())));
      }
    }
    Map<String, List<ExposureSettings>> ofCamera = new HashMap<>();
    told.forEach(
        one ->
            ofCamera
                .computeIfAbsent(one.camera(), camera -> new ArrayList<>())
                .add(one.info().exposure()));
    List<Shot> shots = new ArrayList<>();
    for (Told one : told) {
      shots.add(shot(one, ofCamera.getOrDefault(one.camera(), List.of())));
    }
    return new Shots(shots, unreadable);
  }

  private static PhotoPreview.Size size(Path file, CaptureInfo info) throws IOException {
    return info.height().isPresent() && info.width().isPresent()
        ? new PhotoPreview.Size(info.height().getAsInt(), info.width().getAsInt())
        : PhotoPreview.size(file);
  }

  private static Shot shot(Told told, List<ExposureSettings> ofCamera) {
    ExposureSettings exposure = told.info().exposure();
    boolean whole =
        isWhole(exposure, ofCamera, ExposureSettings::aperture)
            && isWhole(exposure, ofCamera, ExposureSettings::iso);
    return new Shot(
        told.file(),
        told.camera(),
        told.info().taken(),
        exposure.seconds(),
        whole ? exposure.ev() : OptionalDouble.empty(),
        told.size().height(),
        told.size().width(),
        told.info().orientation().tag());
  }

  /** Whether a value is there, or the camera never tells it: a manual lens has no aperture. */
  private static boolean isWhole(
      ExposureSettings exposure,
      List<ExposureSettings> ofCamera,
      Function<ExposureSettings, OptionalDouble> value) {
    return value.apply(exposure).isPresent()
        || ofCamera.stream().allMatch(other -> value.apply(other).isEmpty());
  }
}
