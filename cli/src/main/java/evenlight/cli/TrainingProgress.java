package evenlight.cli;

import evenlight.torch.training.TrainingListener;
import evenlight.torch.training.Validation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows how training goes: a bar with the time left on a terminal, and a line a checkpoint. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
  private final Messages messages;
  private final @Nullable ProgressBar bar;
  private double lossSinceCheckpoint;
  private int stepsSinceCheckpoint;

  TrainingProgress(Messages messages, int steps) {
    this.messages = messages;
    this.bar = Messages.bar("training", steps);
  }

  @Override
  public void stepDone(int step, int steps, double loss, Duration elapsed) {
    lossSinceCheckpoint += loss;
    stepsSinceCheckpoint++;
    if (bar != null) {
      bar.stepTo(step);
      bar.setExtraMessage("loss %.4f".formatted(loss));
    }
  }

  @Override
  public void checkpointWritten(int step, Path file, Optional<Validation.Score> score) {
    messages.note(
        "step %d: mean loss %.4f since the last checkpoint, %s; wrote %s"
            .formatted(
                step,
                lossSinceCheckpoint / stepsSinceCheckpoint,
                score.map(TrainingProgress::text).orElse("no validation scenes"),
                file));
    lossSinceCheckpoint = 0;
    stepsSinceCheckpoint = 0;
  }

  private static String text(Validation.Score score) {
    return "validation: loss %.4f, MEF-SSIM %.4f".formatted(score.loss(), score.mefSsim());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
