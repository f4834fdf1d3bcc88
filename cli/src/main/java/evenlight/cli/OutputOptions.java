package evenlight.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the picture goes and how it is written. */
final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      required = true,
      description = "The picture to write; its ending (png, jpg, jpeg, tif, tiff) is its type.")
  private Path output;

  @Mixin private PictureOptions picture;

  /**
   * The picture to write.
   *
   * @throws ParameterException if the ending or the depth is not possible
   */
  FusionTarget target() {
    return picture.target(output);
  }
}
