package evenlight.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: all that a report of an error needs. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    return new String[] {
      "evenlight " + number(),
      "Java %s (%s), %s %s"
          .formatted(
              System.getProperty("java.version"),
              System.getProperty("java.vendor"),
              System.getProperty("os.name"),
              System.getProperty("os.arch"))
    };
  }

  /** What pictures say made them, of a version's number. */
  static String software(String number) {
    return "Evenlight " + number;
  }

  /** The number alone, such as 0.1.0. */
  static String number() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(Version.class.getResourceAsStream("version.txt"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
