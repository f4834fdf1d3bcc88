package evenlight.torch.training;

import java.nio.file.Path;
import java.util.List;

/** Tells several listeners as one, in their order. */
record Listeners(List<TrainingListener> all) implements TrainingListener {
  Listeners {
    all = List.copyOf(all);
  }

  @Override
  public void stepDone(Step step) {
    all.forEach(listener -> listener.stepDone(step));
  }

  @Override
  public void validated(ValidationResult result) {
    all.forEach(listener -> listener.validated(result));
  }

  @Override
  public void checkpointWritten(int step, Path file) {
    all.forEach(listener -> listener.checkpointWritten(step, file));
  }

  @Override
  public void note(String line) {
    all.forEach(listener -> listener.note(line));
  }
}
