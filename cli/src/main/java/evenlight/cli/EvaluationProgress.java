package evenlight.cli;

import evenlight.evaluation.EvaluationListener;
import evenlight.evaluation.ScoreRow;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows how an evaluation goes: a bar with the time left on a terminal, and a line a failure. */
final class EvaluationProgress implements EvaluationListener, AutoCloseable {
  private final Messages messages;
  private final @Nullable ProgressBar bar;
  private int reused;

  EvaluationProgress(Messages messages, int rows) {
    this.messages = messages;
    this.bar = Messages.bar("evaluating", rows);
  }

  @Override
  public void rowDone(ScoreRow row, boolean taken, int done, int total) {
    reused += taken ? 1 : 0;
    row.error()
        .ifPresentOrElse(
            error -> messages.note("%s, %s failed: %s".formatted(row.scene(), row.method(), error)),
            () ->
                messages.detail(
                    "%s, %s: %.2f s (%d of %d)",
                    row.scene(), row.method(), row.seconds(), done, total));
    if (bar != null) {
      bar.stepTo(done);
      bar.setExtraMessage(row.scene());
    }
  }

  /** How many rows were there already. */
  int reused() {
    return reused;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
