package evenlight.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder that a command writes to. */
final class OutputFolderOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      required = true,
      description = "The folder to write to; made if it does not exist.")
  private Path folder;

  Path folder() {
    return folder;
  }
}
