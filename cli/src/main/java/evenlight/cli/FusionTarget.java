package evenlight.cli;

import evenlight.image.io.Photos;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a picture goes and with how many bits a sample.
 *
 * @param file its ending is its type
 * @param depth bits a sample, if they are not those of the sources
 */
record FusionTarget(Path file, Optional<Integer> depth) {
  /** Checks that the file can have this depth. */
  FusionTarget {
    int max = Photos.maxBitDepth(file);
    if (depth.isPresent() && depth.get() != 8 && depth.get() != 16) {
      throw new IllegalArgumentException("the depth must be 8 or 16, but is " + depth.get());
    }
    if (depth.orElse(max) > max) {
      throw new IllegalArgumentException(
          "a file of this type must have %d bits a sample, but --depth %d is asked for: %s"
              .formatted(max, depth.get(), file));
    }
  }

  /** The depth to write, given that of the sources. */
  int depthFor(int sourceDepth) {
    return depth.orElse(Math.min(sourceDepth, Photos.maxBitDepth(file)));
  }
}
