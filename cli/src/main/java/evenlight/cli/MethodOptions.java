package evenlight.cli;

import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.fusion.MethodCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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
      description = {
        "How to fuse, see evenlight methods (default: ${DEFAULT-VALUE}).",
        "Options of a method follow its id: ID:NAME=VALUE."
      })
  private String method;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description = "Parameters of a learned method (.safetensors) instead of the shipped ones.")
  private Optional<Path> weights;

  @Mixin private DeviceOptions where;

  /**
   * The settings as given.
   *
   * @throws ParameterException if there is no such method or the settings contradict it
   */
  FusionSettings settings() {
    requireKnownMethod();
    return new FusionSettings(weights, where.device(), where.threadCount(), Map.of());
  }

  /** The method, ready to fuse. */
  FusionMethod create() throws IOException {
    return FusionMethods.named(method, settings());
  }

  /** What the method is, which must be known by {@link #settings}. */
  MethodCard card() {
    return FusionMethods.card(method);
  }

  DeviceOptions where() {
    return where;
  }

  String methodId() {
    return method;
  }

  private void requireKnownMethod() {
    try {
      FusionMethods.card(method);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
    }
  }
}
