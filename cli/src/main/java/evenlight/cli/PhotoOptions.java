package evenlight.cli;

import evenlight.bracket.BracketReader;
import evenlight.image.io.Attachments;
import evenlight.image.io.PixelLimit;
import evenlight.image.metadata.ExifTags;
import evenlight.image.metadata.Xmp;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How photographs are read, and what is said of them beside the picture. */
final class PhotoOptions {
  private static final String MAX_PIXELS = "--max-pixels";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = MAX_PIXELS,
      paramLabel = "N",
      defaultValue = "268435456",
      description = {
        "The most pixels that an image may have; larger ones are refused before any memory is",
        "taken (default: ${DEFAULT-VALUE})."
      })
  private long maxPixels;

  @Option(
      names = "--no-gps",
      description = "Leave the place out of what is copied from the middle exposure's EXIF.")
  private boolean withoutGps;

  @Option(
      names = "--no-metadata",
      description = {
        "Write neither EXIF nor a record of how the picture was made into it. A colour profile",
        "stays: without it the colours would be others."
      })
  private boolean withoutMetadata;

  @Option(
      names = "--sidecar",
      description = {
        "Write a record of how the picture was made beside it, as OUT.json, from which evenlight",
        "reproduce makes it again."
      })
  private boolean sidecar;

  /**
   * A reader of brackets.
   *
   * @param decodes how many images are decoded at a time
   * @param notes takes what the user should know
   * @throws ParameterException if the limit is not possible
   */
  BracketReader reader(int decodes, Consumer<String> notes) {
    return new BracketReader(limit(), decodes, notes);
  }

  private PixelLimit limit() {
    try {
      return new PixelLimit(maxPixels, Optional.of(MAX_PIXELS));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
    }
  }

  /**
   * Checks what can be checked before any image is read.
   *
   * @throws ParameterException if the limit is not possible
   * @throws IOException if the sidecar could not be written, or is one of the images
   */
  void check(FusionTarget target, List<Path> images) throws IOException {
    limit();
    if (sidecar) {
      target.checkBeside(Sidecar.beside(target.file()), images, "the sidecar");
    }
  }

  /** Whether a record is to be written beside the picture. */
  boolean sidecar() {
    return sidecar;
  }

  /**
   * What goes into the picture's file.
   *
   * @param middle the exposure whose EXIF is copied
   */
  Attachments attachments(Path middle, Provenance provenance) throws IOException {
    if (withoutMetadata) {
      return Attachments.NONE;
    }
    ExifTags exif = ExifTags.read(middle);
    String software = Version.software(provenance.version());
    return new Attachments(
        software,
        Optional.of(withoutGps ? exif.withoutGps() : exif),
        Xmp.packet(software, provenance.json()));
  }

  /** What was chosen on the command line, to be kept with the picture. */
  Settings settings(MethodOptions method) {
    return Settings.of(command.commandLine().getParseResult(), method);
  }
}
