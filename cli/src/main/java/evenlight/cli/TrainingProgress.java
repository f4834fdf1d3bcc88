package evenlight.cli;

import evenlight.torch.training.Step;
import evenlight.torch.training.TrainingListener;
import evenlight.torch.training.ValidationResult;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/**
 * Shows how training goes: a bar with the time left on a terminal, and a line at each validation,
 * or without any at each checkpoint.
 */
final class TrainingProgress implements TrainingListener, AutoCloseable {
  private final Messages messages;
  private @Nullable ProgressBar bar;
  private double lossSinceLine;
  private int stepsSinceLine;
  private int steps;

  TrainingProgress(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void stepDone(Step step) {
    if (steps == 0) {
      steps = step.steps();
      bar = Messages.bar("training", steps, step.step() - 1);
    }
    lossSinceLine += step.loss();
    stepsSinceLine++;
    if (bar != null) {
      bar.stepTo(step.step());
      bar.setExtraMessage(String.format(Locale.ROOT, "loss %.4f", step.loss()));
    }
  }

  @Override
  public void validated(ValidationResult result) {
    line(
        result.step(),
        result.scores().entrySet().stream()
            .map(TrainingProgress::text)
            .collect(
                Collectors.joining(
                    ", ",
                    String.format(Locale.ROOT, "; validation: loss %.4f, ", result.loss()),
                    "")));
  }

  private static String text(Map.Entry<String, Double> score) {
    return String.format(Locale.ROOT, "%s %.4f", score.getKey(), score.getValue());
  }

  @Override
  public void checkpointWritten(int step, Path file) {
    if (stepsSinceLine > 0) {
      line(step, "");
    }
    messages.detail("wrote %s", file);
  }

  private void line(int step, String more) {
    double mean = lossSinceLine / stepsSinceLine;
    messages.note(
        String.format(Locale.ROOT, "step %,d of %,d: mean loss %.4f%s", step, steps, mean, more));
    lossSinceLine = 0;
    stepsSinceLine = 0;
  }

  @Override
  public void note(String line) {
    messages.note(line);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
