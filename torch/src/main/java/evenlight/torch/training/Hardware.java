package evenlight.torch.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a network was trained on, in words. */
final class Hardware {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Hardware() {}

  /**
   * The processor with its threads, and the device if it is another.
   *
   * @param device as libtorch calls it: cpu or cuda
   */
  static String describe(String device, int threads) {
    String cpu = "%s, %d %s".formatted(processor(), threads, threads == 1 ? "thread" : "threads");
    return device.equals("cpu") ? cpu : "%s beside %s".formatted(device, cpu);
  }

  /** The name that Linux knows, elsewhere the architecture. */
  private static String processor() {
    String architecture = System.getProperty("os.arch");
    if (!Files.isReadable(CPU_INFO)) {
      return architecture;
    }
    try {
      return processor(Files.readAllLines(CPU_INFO), architecture);
    } catch (IOException e) {
      return architecture;
    }
  }

  private static String processor(List<String> lines, String otherwise) {
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(otherwise);
  }
}
