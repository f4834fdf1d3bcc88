package evenlight.cli;

import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
   * The picture to write, after checking what can be checked before any image is read.
   *
   * @throws ParameterException if the ending or the depth is not possible
   * @throws IOException if the output could not be written, or is one of the inputs
   */
  FusionTarget target(List<Path> inputs) throws IOException {
    FusionTarget target = picture.target(output);
    requireNoneOf(inputs);
    Photos.requireWritable(output, picture.overwrite());
    return target;
  }

  private void requireNoneOf(List<Path> inputs) throws IOException {
    for (Path input : inputs) {
      if (Files.exists(input) && Files.exists(output) && Files.isSameFile(input, output)) {
        throw new IOException("the output must not be one of the images, but is " + input);
      }
    }
  }
}
