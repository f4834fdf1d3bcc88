package evenlight.torch.training.data;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.dataset.Scene;
import evenlight.image.Image;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What training keeps of a scene's frames, and what a fusion of them should be like. Planes that
 * the cache has let go are read again.
 */
public final class TrainingScene {
  private final Scene scene;
  private final SceneContent content;
  private final PlaneCache cache;
  private final int height;
  private final int width;
  private final List<Double> means;

  private TrainingScene(Scene scene, SceneContent content, PlaneCache cache, Bracket bracket) {
    this.scene = scene;
    this.content = content;
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
  public static TrainingScene read(Scene scene, SceneContent content, PlaneCache cache)
      throws IOException {
    Bracket bracket = bracket(scene);
    TrainingScene read = new TrainingScene(scene, content, cache, bracket);
    if (!read.hasTrueTarget()) {
      cache.put(read.targetName(), content.target(bracket));
    }
    for (Exposure exposure : bracket.exposures()) {
      if (content.keepsEveryFrame() || read.isOfDefaultPair(exposure)) {
        cache.put(exposure.name(), content.of(exposure.image()));
      }
    }
    return read;
  }

  private boolean hasTrueTarget() {
    return content.aimsAtTruth() && scene.groundTruth().isPresent();
  }

  private boolean isOfDefaultPair(Exposure exposure) {
    String name = exposure.name();
    return name.equals(scene.under().toString()) || name.equals(scene.over().toString());
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

  /** A frame; not to be written to. */
  public byte[] frame(int index) throws IOException {
    return plane(scene.frames().get(index));
  }

  /** What a fusion should be like; not to be written to. */
  public byte[] target() throws IOException {
    return hasTrueTarget()
        ? plane(scene.groundTruth().orElseThrow())
        : cache.get(targetName(), () -> content.target(bracket(scene)));
  }

  /** The ground truth, if there is one; not to be written to. */
  public Optional<byte[]> truth() throws IOException {
    Optional<Path> file = scene.groundTruth();
    return file.isEmpty() ? Optional.empty() : Optional.of(plane(file.get()));
  }

  private byte[] plane(Path file) throws IOException {
    return cache.get(file.toString(), () -> content(file));
  }

  private byte[] content(Path file) throws IOException {
    Image image = Photos.read(file).image();
    if (image.height() != height || image.width() != width) {
      throw new IOException(
          "all pictures of scene %s must be %d×%d, but %s is %s (height×width)"
              .formatted(name(), height, width, file, image.size()));
    }
    return content.of(image);
  }

  private String targetName() {
    return "target of " + name();
  }
}
