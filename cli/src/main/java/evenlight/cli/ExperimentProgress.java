package evenlight.cli;

import evenlight.evaluation.EvaluationListener;
import evenlight.evaluation.ScoreRow;
import org.jspecify.annotations.Nullable;

/** Shows how experiments go: each set of scenes has a bar of its own. */
final class ExperimentProgress implements EvaluationListener, AutoCloseable {
  private final Messages messages;
  private @Nullable EvaluationProgress current;

  ExperimentProgress(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void rowDone(ScoreRow row, boolean reused, int done, int total) {
    EvaluationProgress progress = current;
    if (progress == null) {
      progress = new EvaluationProgress(messages, total);
      current = progress;
    }
    progress.rowDone(row, reused, done, total);
    if (done == total) {
      close();
    }
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
