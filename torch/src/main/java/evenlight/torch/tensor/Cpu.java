package evenlight.torch.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the processor says of itself. */
public final class Cpu {
  private static final Path INFO = Path.of("/proc/cpuinfo");
  private static final String FLAGS = "flags";
  private static final Set<String> BF16 = Set.of("avx512_bf16", "amx_bf16");

  private Cpu() {}

  /** Whether it has instructions for products of bfloat16; where it does not say so, no. */
  public static boolean computesInBf16() {
    try {
      return Files.isReadable(INFO) && computesInBf16(Files.readAllLines(INFO));
    } catch (IOException e) {
      return false;
    }
  }

  /** The same of the lines in which Linux describes processors. */
  static boolean computesInBf16(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(FLAGS))
        .findFirst()
        .map(line -> List.of(line.split("\\s+", -1)))
        .filter(flags -> flags.stream().anyMatch(BF16::contains))
        .isPresent();
  }
}
