package evenlight.cli;

import evenlight.fusion.Device;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where networks compute. */
final class DeviceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      defaultValue = "auto",
      description = "Where a network computes (default: ${DEFAULT-VALUE}).")
  private Device device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many threads compute; 0, the default, means one per core.")
  private int threads;

  Device device() {
    return device;
  }

  String deviceName() {
    return device.name().toLowerCase(Locale.ROOT);
  }

  /**
   * As given: 0 means one per core.
   *
   * @throws ParameterException if the number is negative
   */
  int threads() {
    if (threads < 0) {
      throw new ParameterException(
          command.commandLine(),
          "threads must be 1 or more, or 0 for one per core, but is " + threads);
    }
    return threads;
  }

  /** The number itself. */
  int threadCount() {
    return threads() == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }
}
