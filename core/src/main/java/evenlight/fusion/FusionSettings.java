package evenlight.fusion;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How a method runs, whichever it is.
 *
 * @param weights a file with parameters to use instead of the shipped ones
 * @param weightsFolder where imported parameters lie; empty for the folder that everybody uses
 * @param device where a learned method computes
 * @param threads how many threads compute; 0 means one per core
 * @param options of the method, by name; see {@link MethodCard#options}
 */
public record FusionSettings(
    Optional<Path> weights,
    Optional<Path> weightsFolder,
    Device device,
    int threads,
    Map<String, String> options) {
  /** Checks the number of threads. */
  public FusionSettings {
    options = Map.copyOf(options);
    if (threads < 0) {
      throw new IllegalArgumentException(
          "threads must be 1 or more, or 0 for one per core, but is " + threads);
    }
  }

  /** The same settings with the usual folder of imported parameters. */
  public FusionSettings(
      Optional<Path> weights, Device device, int threads, Map<String, String> options) {
    this(weights, Optional.empty(), device, threads, options);
  }

  /** Shipped weights, the best device there is, one thread per core. */
  public static FusionSettings defaults() {
    return new FusionSettings(Optional.empty(), Device.AUTO, 0, Map.of());
  }

  /** The same with parameters from a file. */
  public FusionSettings withWeights(Path file) {
    return new FusionSettings(Optional.of(file), weightsFolder, device, threads, options);
  }

  /** The same with imported parameters from another folder. */
  public FusionSettings withWeightsFolder(Path folder) {
    return new FusionSettings(weights, Optional.of(folder), device, threads, options);
  }

  /** The same with these options. */
  FusionSettings withOptions(Map<String, String> chosen) {
    return new FusionSettings(weights, weightsFolder, device, threads, chosen);
  }

  /**
   * Checks that a method without parameters was given none.
   *
   * @throws IllegalArgumentException if it was; the message names the file
   */
  public void requireNoWeights(MethodCard card) {
    if (weights.isPresent()) {
      throw new IllegalArgumentException(
          "the method %s must run without weights, but was given %s"
              .formatted(card.id(), weights.get()));
    }
  }
}
