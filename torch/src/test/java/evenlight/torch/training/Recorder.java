package evenlight.torch.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a trainer tells, and can break off as a killed process would. */
final class Recorder implements TrainingListener {
  final List<Step> steps = new ArrayList<>();
  final List<ValidationResult> validations = new ArrayList<>();
  final List<Integer> checkpoints = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  private int lastStep = Integer.MAX_VALUE;

  /** Breaks off when this step is reported. */
  Recorder breakingOffAt(int step) {
    lastStep = step;
    return this;
  }

  static final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Override
  public void stepDone(Step step) {
    steps.add(step);
    if (step.step() == lastStep) {
      throw new BrokenOff();
    }
  }

  @Override
  public void validated(ValidationResult result) {
    validations.add(result);
  }

  @Override
  public void checkpointWritten(int step, Path file) {
    checkpoints.add(step);
  }

  @Override
  public void note(String line) {
    notes.add(line);
  }
}
