package evenlight.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What concerns files of weights. */
@Command(
    name = "weights",
    subcommands = {WeightsImportCommand.class, WeightsInfoCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Imports files of weights, and looks into them.")
final class WeightsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command must be given, one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
