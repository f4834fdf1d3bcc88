package evenlight.cli;

import evenlight.image.io.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that a picture depends on, wherever it lies.
 *
 * @param name without its folder
 * @param sha256 of its content
 */
record NamedFile(String name, String sha256) {
  static NamedFile of(Path file) throws IOException {
    return new NamedFile(String.valueOf(file.getFileName()), Sha256.of(file));
  }
}
