package evenlight.torch.training.data;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.dataset.Scene;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.io.Photos;
import evenlight.torch.training.plan.TargetPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The luminance of a scene's frames and the brightness that a fusion of them should have, one byte
 * a pixel. Planes that the cache has let go are read again.
 */
public final class TrainingScene {
  private final Scene scene;
  private final TargetPlan target;
  private final PlaneCache cache;
  private final int height;
  private final int width;
  private final List<Double> means;

  private TrainingScene(Scene scene, TargetPlan target, PlaneCache cache, Bracket bracket) {
    this.scene = scene;
    this.target = target;
    this.cache = cache;
    height = bracket.height();
    width = bracket.width();
    means = scene.frames().stream().map(frame -> exposure(bracket, frame).meanLuminance()).toList();
  }

  /**
   * Reads every frame once, to check it and to fill the cache.
   *
   * @throws IOException if one cannot be read; the message names it
   * @throws IllegalArgumentException if two frames differ in size; the message names both
   */
  public static TrainingScene read(Scene scene, TargetPlan target, PlaneCache cache)
      throws IOException {
    Bracket bracket = bracket(scene);
    TrainingScene read = new TrainingScene(scene, target, cache, bracket);
    cache.put(read.brightnessName(), WantedBrightness.of(bracket, target));
    for (Exposure exposure : bracket.exposures()) {
      cache.put(exposure.name(), Luminance.of(exposure.image()));
    }
    return read;
  }

  private static Bracket bracket(Scene scene) throws IOException {
    try {
      return Bracket.read(scene.frames().toArray(Path[]::new));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("scene %s: %s".formatted(scene.name(), e.getMessage()), e);
    }
  }

  private static Exposure exposure(Bracket bracket, Path frame) {
    return bracket.exposures().stream()
        .filter(exposure -> exposure.name().equals(frame.toString()))
        .findFirst()
        .orElseThrow();
  }

  /** Its name in the dataset. */
  public String name() {
    return scene.name();
  }

  /** Rows of every frame. */
  public int height() {
    return height;
  }

  /** Columns of every frame. */
  public int width() {
    return width;
  }

  /** The frame of the default pair that stands for the under-exposed one. */
  public int under() {
    return scene.frames().indexOf(scene.under());
  }

  /** The frame of the default pair that stands for the over-exposed one. */
  public int over() {
    return scene.frames().indexOf(scene.over());
  }

  /** Mean luminance of each frame, in [0,1]. */
  List<Double> means() {
    return means;
  }

  /** What messages call a frame. */
  String fileName(int index) {
    return scene.frames().get(index).getFileName().toString();
  }

  /** A frame's luminance; not to be written to. */
  public byte[] frame(int index) throws IOException {
    return plane(scene.frames().get(index));
  }

  /** The wanted brightness; not to be written to. */
  public byte[] brightness() throws IOException {
    return cache.get(brightnessName(), () -> WantedBrightness.of(bracket(scene), target));
  }

  /** The luminance of the ground truth, if there is one. */
  public Optional<Image8> truth() throws IOException {
    Optional<Path> file = scene.groundTruth();
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(Image8.of(height, width, plane(file.get())));
  }

  private byte[] plane(Path file) throws IOException {
    return cache.get(file.toString(), () -> luminance(file));
  }

  private byte[] luminance(Path file) throws IOException {
    Image image = Photos.read(file).image();
    if (image.height() != height || image.width() != width) {
      throw new IOException(
          "all pictures of scene %s must be %d×%d, but %s is %s (height×width)"
              .formatted(name(), height, width, file, image.size()));
    }
    return Luminance.of(image);
  }

  private String brightnessName() {
    return "brightness of " + name();
  }
}
