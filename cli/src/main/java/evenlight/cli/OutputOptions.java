package evenlight.cli;

import evenlight.image.io.AtomicFile;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the picture goes and with how many bits a sample. */
final class OutputOptions {
  private static final Set<Integer> DEPTHS = Set.of(8, 16, 32);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The picture to write; its ending (png, jpg, jpeg, tif, tiff) is its type.")
  private Path output;

  @Option(
      names = "--depth",
      paramLabel = "8|16|32",
      description = {
        "Bits a sample; as the images have without it, but 8 in a JPEG. 32, for TIFF alone, are",
        "floating-point numbers from 0 to 1 as they were fused."
      })
  private Optional<Integer> depth;

  @Option(names = "--overwrite", description = "Replace OUT if it exists.")
  private boolean overwrite;

  Path output() {
    return output;
  }

  /** Whether files that exist are replaced. */
  boolean overwrites() {
    return overwrite;
  }

  /** The depth to write, given that of the sources. */
  int depthFor(int sourceDepth) {
    return depth.orElse(Math.min(sourceDepth, maxBitDepth()));
  }

  /**
   * Checks what can be checked before any image is read.
   *
   * @throws ParameterException if the ending or the depth is not possible
   * @throws IOException if the output could not be written, or is one of the inputs
   */
  void check(List<Path> inputs) throws IOException {
    int max = maxBitDepth();
    if (depth.isPresent() && !DEPTHS.contains(depth.get())) {
      throw usage("the depth must be 8, 16 or 32, but is " + depth.get());
    }
    if (depthFor(max) > max) {
      throw usage(
          "a file of this type must have at most %d bits a sample, but --depth %d is asked for: %s"
              .formatted(max, depthFor(max), output));
    }
    requireNoneOf(inputs, output, "the output");
    Photos.requireWritable(output, overwrite);
  }

  /**
   * Checks a file that is written beside the picture.
   *
   * @param what how a message calls it
   * @throws IOException if it could not be written, or is one of the inputs or the picture
   */
  void checkBeside(Path file, List<Path> inputs, String what) throws IOException {
    requireNoneOf(inputs, file, what);
    if (file.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize())) {
      throw new IOException(what + " must not be the picture, but is " + file);
    }
    AtomicFile.requireWritable(file, overwrite);
  }

  private static void requireNoneOf(List<Path> inputs, Path file, String what) throws IOException {
    for (Path input : inputs) {
      if (Files.exists(input) && Files.exists(file) && Files.isSameFile(input, file)) {
        throw new IOException(what + " must not be one of the images, but is " + input);
      }
    }
  }

  private int maxBitDepth() {
    try {
      return Photos.maxBitDepth(output);
    } catch (IllegalArgumentException e) {
      throw usage(FailureMessage.of(e));
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
