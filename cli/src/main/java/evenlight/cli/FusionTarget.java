package evenlight.cli;

import evenlight.image.io.AtomicFile;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a picture goes and with how many bits a sample.
 *
 * @param file its ending is its type
 * @param depth bits a sample, if they are not those of the sources
 * @param overwrite whether files that exist are replaced
 */
record FusionTarget(Path file, Optional<Integer> depth, boolean overwrite) {
  private static final Set<Integer> DEPTHS = Set.of(8, 16, 32);

  /** Checks that the file can have this depth. */
  FusionTarget {
    int max = Photos.maxBitDepth(file);
    if (depth.isPresent() && !DEPTHS.contains(depth.get())) {
      throw new IllegalArgumentException("the depth must be 8, 16 or 32, but is " + depth.get());
    }
    if (depth.orElse(max) > max) {
      throw new IllegalArgumentException(
          "a file of this type must have at most %d bits a sample, but --depth %d is asked for: %s"
              .formatted(max, depth.get(), file));
    }
  }

  /** The same, replacing what exists. */
  FusionTarget replacing() {
    return new FusionTarget(file, depth, true);
  }

  /** The depth to write, given that of the sources. */
  int depthFor(int sourceDepth) {
    return depth.orElse(Math.min(sourceDepth, Photos.maxBitDepth(file)));
  }

  /**
   * Checks what can be checked before any image is read.
   *
   * @throws IOException if the picture could not be written, or is one of the inputs
   */
  void check(List<Path> inputs) throws IOException {
    requireNoneOf(inputs, file, "the output");
    Photos.requireWritable(file, overwrite);
  }

  /**
   * Checks a file that is written beside the picture.
   *
   * @param what how a message calls it
   * @throws IOException if it could not be written, or is one of the inputs or the picture
   */
  void checkBeside(Path other, List<Path> inputs, String what) throws IOException {
    requireNoneOf(inputs, other, what);
    if (other.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw new IOException(what + " must not be the picture, but is " + other);
    }
    AtomicFile.requireWritable(other, overwrite);
  }

  private static void requireNoneOf(List<Path> inputs, Path file, String what) throws IOException {
    for (Path input : inputs) {
      if (Files.exists(input) && Files.exists(file) && Files.isSameFile(input, file)) {
        throw new IOException(what + " must not be one of the images, but is " + input);
      }
    }
  }
}
