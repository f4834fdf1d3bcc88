package evenlight.cli;

import evenlight.card.report.BatchSummary.SetSummary;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows how a batch goes: the path of each picture, and a bar with the time left on a terminal. */
final class BatchProgress implements Consumer<SetSummary>, AutoCloseable {
  private final Messages messages;
  private final boolean paths;
  private final @Nullable ProgressBar bar;

  /**
   * Starts.
   *
   * @param paths whether the pictures' paths are results
   */
  BatchProgress(Messages messages, int sets, boolean paths) {
    this.messages = messages;
    this.paths = paths;
    this.bar = Messages.bar("fusing", sets);
  }

  @Override
  public void accept(SetSummary set) {
    if (paths && set.output() != null) {
      messages.result(set.output());
    }
    if (bar != null) {
      bar.step();
      bar.setExtraMessage(set.name());
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
