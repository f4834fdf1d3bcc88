package evenlight.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine computes with, in words. */
public final class Processor {
  private static final Path INFO = Path.of("/proc/cpuinfo");

  private Processor() {}

  /** The name that Linux knows, elsewhere the architecture. */
  public static String name() {
    String architecture = System.getProperty("os.arch");
    if (!Files.isReadable(INFO)) {
      return architecture;
    }
    try {
      return Files.readAllLines(INFO).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(architecture);
    } catch (IOException e) {
      return architecture;
    }
  }
}
