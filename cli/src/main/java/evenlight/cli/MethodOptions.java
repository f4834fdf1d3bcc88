package evenlight.cli;

import evenlight.fusion.Device;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which method fuses, and how it runs. */
final class MethodOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--method",
      paramLabel = "ID",
      defaultValue = FusionMethods.DEFAULT,
      description = "How to fuse, see evenlight methods (default: ${DEFAULT-VALUE}).")
  private String method;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Parameters of a learned method (.safetensors) instead of the shipped ones.")
  private Optional<Path> weights;

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda",
      defaultValue = "auto",
      description = "Where a learned method computes (default: ${DEFAULT-VALUE}).")
  private Device device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many threads compute; 0, the default, means one per core.")
  private int threads;

  /**
   * The settings as given.
   *
   * @throws ParameterException if there is no such method or the settings contradict it
   */
  FusionSettings settings() {
    requireKnownMethod();
    try {
      return new FusionSettings(weights, device, threads);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
    }
  }

  /** The method, ready to fuse. */
  FusionMethod create() throws IOException {
    return FusionMethods.named(method, settings());
  }

  String deviceName() {
    return device.name().toLowerCase(Locale.ROOT);
  }

  int threadCount() {
    return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
  }

  String methodId() {
    return method;
  }

  private void requireKnownMethod() {
    var ids = FusionMethods.cards().stream().map(card -> card.id()).toList();
    if (!ids.contains(method)) {
      throw new ParameterException(
          command.commandLine(),
          "the method must be one of %s, but is \"%s\"".formatted(ids, method));
    }
  }
}
