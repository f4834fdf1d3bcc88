package evenlight.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where imported weights lie. */
final class WeightsFolderOption {
  static final String NAME = "--weights-dir";

  @Option(
      names = NAME,
      paramLabel = "DIR",
      description = {
        "Where imported weights lie, see evenlight weights import (default: what",
        "EVENLIGHT_WEIGHTS names, else ~/.evenlight/weights)."
      })
  private Optional<Path> folder;

  /** The folder, if one was given. */
  Optional<Path> given() {
    return folder;
  }
}
