package evenlight.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory that a process has held at a time, as Linux counts it (VmHWM). */
public final class PeakMemory {
  private static final String LABEL = "VmHWM:";

  private PeakMemory() {}

  /**
   * In bytes; empty where the system does not tell, or the process has ended.
   *
   * @param process its number, or {@code self}
   */
  public static OptionalLong of(String process) {
    try {
      return Files.readAllLines(Path.of("/proc", process, "status")).stream()
          .filter(line -> line.startsWith(LABEL))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
