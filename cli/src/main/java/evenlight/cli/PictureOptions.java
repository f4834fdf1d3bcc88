package evenlight.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a picture is written, one or many. */
final class PictureOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--depth",
      paramLabel = "8|16|32",
      description = {
        "Bits a sample; as the images have without it, but 8 in a JPEG. 32, for TIFF alone, are",
        "floating-point numbers from 0 to 1 as they were fused."
      })
  private Optional<Integer> depth;

  @Option(names = "--overwrite", description = "Replace what exists.")
  private boolean overwrite;

  /**
   * A picture to write.
   *
   * @throws ParameterException if the ending or the depth is not possible
   */
  FusionTarget target(Path file) {
    try {
      return new FusionTarget(file, depth, overwrite);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
    }
  }

  /** Whether files that exist are replaced. */
  boolean overwrite() {
    return overwrite;
  }
}
