package evenlight.evaluation.report;

import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** UTF-8 text to a file that is there completely or not at all. */
final class TextFile {
  private TextFile() {}

  static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
