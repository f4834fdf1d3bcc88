package evenlight.fusion;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a method runs, whichever it is.
 *
 * @param weights a file with parameters to use instead of the shipped ones
 * @param device where a learned method computes
 * @param threads how many threads compute; 0 means one per core
 */
public record FusionSettings(Optional<Path> weights, Device device, int threads) {
  /** Checks the number of threads. */
  public FusionSettings {
    if (threads < 0) {
      throw new IllegalArgumentException(
          "threads must be 1 or more, or 0 for one per core, but is " + threads);
    }
  }

  /** Shipped weights, the best device there is, one thread per core. */
  public static FusionSettings defaults() {
    return new FusionSettings(Optional.empty(), Device.AUTO, 0);
  }

  /** The same with parameters from a file. */
  public FusionSettings withWeights(Path file) {
    return new FusionSettings(Optional.of(file), device, threads);
  }
}
