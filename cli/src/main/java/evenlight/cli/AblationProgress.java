package evenlight.cli;

import evenlight.evaluation.ScoreRow;
import evenlight.torch.ablation.AblationListener;
import evenlight.torch.ablation.AblationRun;
import evenlight.torch.training.TrainingListener;
import org.jspecify.annotations.Nullable;

/** Shows how an ablation study goes: which network is trained, its steps, then the evaluation. */
final class AblationProgress implements AblationListener, AutoCloseable {
  private final Messages messages;
  private @Nullable TrainingProgress training;
  private @Nullable EvaluationProgress evaluation;
  private int networks;
  private int reused;

  AblationProgress(Messages messages) {
    this.messages = messages;
  }

  @Override
  public TrainingListener trainingStarts(AblationRun run, int number, int total) {
    messages.note(
        "training %s with seed %d (%d of %d)"
            .formatted(run.variant().id(), run.seed(), number, total));
    TrainingProgress progress = new TrainingProgress(messages);
    training = progress;
    return progress;
  }

  @Override
  public void trainingDone(AblationRun run, boolean taken, int number, int total) {
    closeTraining();
    networks = total;
    reused += taken ? 1 : 0;
  }

  @Override
  public void trainingDiverged(AblationRun run, String reason) {
    closeTraining();
    messages.note("%s diverged: %s".formatted(run.id(), reason));
  }

  @Override
  public void rowDone(ScoreRow row, boolean taken, int done, int total) {
    EvaluationProgress progress = evaluation;
    if (progress == null) {
      progress = new EvaluationProgress(messages, total);
      evaluation = progress;
    }
    progress.rowDone(row, taken, done, total);
  }

  /** Says what was there already. */
  void summarise() {
    if (reused > 0) {
      messages.note("%d of %d networks are from an earlier run".formatted(reused, networks));
    }
  }

  private void closeTraining() {
    if (training != null) {
      training.close();
      training = null;
    }
  }

  @Override
  public void close() {
    closeTraining();
    if (evaluation != null) {
      evaluation.close();
    }
  }
}
