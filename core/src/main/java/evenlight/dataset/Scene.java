package evenlight.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * One scene on disk.
 *
 * @param name its folder
 * @param frames its exposures, darkest first; at least two
 * @param under the frame that stands for the under-exposed one where two are fused
 * @param over the frame that stands for the over-exposed one
 * @param split what the scene may be used for
 */
public record Scene(String name, List<Path> frames, Path under, Path over, Split split) {
  /** What a scene may be used for. */
  public enum Split {
    /** Parameters are fitted to it. */
    TRAIN,
    /** Checkpoints are compared on it. */
    VAL
  }

  /** Checks that the pair belongs to the frames. */
  public Scene {
    frames = List.copyOf(frames);
    if (frames.size() < 2) {
      throw new IllegalArgumentException(
          "a scene must have at least 2 frames, but %s has %d".formatted(name, frames.size()));
    }
    if (!frames.contains(under) || !frames.contains(over) || under.equals(over)) {
      throw new IllegalArgumentException(
          "under and over of scene %s must be two of its frames, but are %s and %s"
              .formatted(name, under, over));
    }
  }
}
