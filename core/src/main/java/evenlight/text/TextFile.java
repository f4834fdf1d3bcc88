package evenlight.text;

import evenlight.image.io.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** UTF-8 text to a file that is there completely or not at all. */
public final class TextFile {
  private TextFile() {}

  /**
   * Writes a file, replacing one that is there.
   *
   * @throws IOException if it cannot be written; the message names it
   */
  public static void write(Path file, String text) throws IOException {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
