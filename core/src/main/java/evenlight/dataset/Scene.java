package evenlight.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One scene on disk.
 *
 * @param name its name, which is unique in its dataset and can be that of a file
 * @param frames its exposures, darkest first as far as names tell; at least two
 * @param under the frame that stands for the under-exposed one where two are fused
 * @param over the frame that stands for the over-exposed one
 * @param groundTruth the well-exposed picture to compare with; never one of the frames
 * @param split what the scene may be used for
 * @param pairNamed whether under and over are called so by files or a table; else they are only the
 *     first and the last frame
 */
public record Scene(
    String name,
    List<Path> frames,
    Path under,
    Path over,
    Optional<Path> groundTruth,
    Split split,
    boolean pairNamed) {
  /** What a scene may be used for. */
  public enum Split {
    /** Parameters are fitted to it. */
    TRAIN,
    /** Checkpoints are compared on it. */
    VAL
  }

  /** Checks the name, and that the pair and no ground truth belongs to the frames. */
  public Scene {
    frames = List.copyOf(frames);
    if (!name.matches("[^/\\\\\\p{Cntrl}]+") || name.matches("\\.+")) {
      throw new IllegalArgumentException(
          "the name of a scene must be usable as that of a file, but is \"%s\"".formatted(name));
    }
    if (frames.size() < 2) {
      throw new IllegalArgumentException(
          "a scene must have at least 2 frames, but %s has %d".formatted(name, frames.size()));
    }
    if (!frames.contains(under) || !frames.contains(over) || under.equals(over)) {
      throw new IllegalArgumentException(
          "under and over of scene %s must be two of its frames, but are %s and %s"
              .formatted(name, under, over));
    }
    if (groundTruth.filter(frames::contains).isPresent()) {
      throw new IllegalArgumentException(
          "the ground truth of scene %s must be none of its frames, but is %s"
              .formatted(name, groundTruth.get()));
    }
  }

  /** A scene whose frames do not say which two are the pair: it is the first and the last. */
  public static Scene of(String name, List<Path> frames, Split split) {
    if (frames.isEmpty()) {
      throw new IllegalArgumentException(
          "a scene must have at least 2 frames, but %s has none".formatted(name));
    }
    Path last = frames.get(frames.size() - 1);
    return new Scene(name, frames, frames.get(0), last, Optional.empty(), split, false);
  }

  /** A scene for training that is a pair and no more. */
  public static Scene ofPair(String name, Path under, Path over) {
    return new Scene(name, List.of(under, over), under, over, Optional.empty(), Split.TRAIN, true);
  }

  /** This scene with a ground truth, or without. */
  public Scene withGroundTruth(Optional<Path> file) {
    return new Scene(name, frames, under, over, file, split, pairNamed);
  }
}
