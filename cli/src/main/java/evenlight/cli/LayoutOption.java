package evenlight.cli;

import evenlight.dataset.Dataset;
import evenlight.dataset.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How scenes are laid out. */
class LayoutOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--layout",
      paramLabel = "ID",
      description = {
        "How the folder is laid out: scenes (SCENE/under, over, gt or e1, e2, ..), mefb (NAME_A,",
        "NAME_B), sice (N/1.JPG.., Label/N.JPG), folders (under/NAME, over/NAME), manifest;",
        "found out without it."
      })
  private Optional<String> layout = Optional.empty();

  /**
   * The scenes of a folder or manifest, those with faults included.
   *
   * @throws ParameterException if there is no such layout
   * @throws IOException if there are no scenes; the message says what was looked for
   */
  Dataset read(Path data) throws IOException {
    if (layout.isEmpty()) {
      return Dataset.read(data);
    }
    Layout named;
    try {
      named = Layout.named(layout.get());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), FailureMessage.of(e), e);
    }
    return Dataset.read(data, named);
  }
}
