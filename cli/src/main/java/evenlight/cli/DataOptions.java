package evenlight.cli;

import evenlight.dataset.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which scenes are worked on. */
final class DataOptions extends LayoutOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The scenes: a folder, or a manifest file.")
  private Path data;

  /**
   * The scenes, those with faults included.
   *
   * @throws IOException if there are no scenes; the message says what was looked for
   */
  Dataset read() throws IOException {
    return read(data);
  }
}
