package evenlight.torch.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with a sheet of pictures for each validation, {@code step-004000.png}. */
final class ValidationPictures {
  private static final Pattern NAME = Pattern.compile("step-(\\d{6,9})\\.png");

  private final Path folder;

  private ValidationPictures(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder, or goes on with it.
   *
   * @param resumedFrom the last step that is done; sheets of later ones are removed
   */
  static ValidationPictures open(Path folder, int resumedFrom) throws IOException {
    Files.createDirectories(folder);
    List<Path> files;
    try (Stream<Path> children = Files.list(folder)) {
      files = children.toList();
    }
    for (Path file : files) {
      Matcher name = NAME.matcher(file.getFileName().toString());
      if (name.matches() && Integer.parseInt(name.group(1)) > resumedFrom) {
        Files.delete(file);
      }
    }
    return new ValidationPictures(folder);
  }

  void write(int step, EncodedPicture sheet) throws IOException {
    sheet.write(folder.resolve(String.format(Locale.ROOT, "step-%06d.png", step)));
  }
}
