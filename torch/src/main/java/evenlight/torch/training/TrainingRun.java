package evenlight.torch.training;

import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.training.checkpoint.CheckpointFolder;
import evenlight.torch.training.checkpoint.Progress;
import evenlight.torch.training.data.BatchLoader;
import evenlight.torch.training.data.DataListing;
import evenlight.torch.training.data.TrainingBatch;
import evenlight.torch.training.plan.RunPlan.Criterion;
import evenlight.torch.weights.Weights.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The steps of a training run, with the validations and checkpoints between them.
 *
 * <p>A checkpoint comes after the validation of its step, so that it knows the best weights; one
 * that is due because time is up changes nothing of what follows.
 *
 * @param <B> what is learned from at a time
 */
final class TrainingRun<B extends TrainingBatch> {
  private static final String MEF_SSIM = "mef-ssim";

  private final TrainingPlan plan;
  private final int steps;
  private final DataListing listing;
  private final Course<B> course;
  private final CheckpointFolder checkpoints;
  private final TrainingListener listener;
  private Progress progress = Progress.start();
  private Map<String, Parameter> best = Map.of();
  private String lastCheckpoint = "there is no checkpoint";
  private long began;

  TrainingRun(
      TrainingPlan plan,
      int steps,
      DataListing listing,
      Course<B> course,
      CheckpointFolder checkpoints,
      TrainingListener listener) {
    this.plan = plan;
    this.steps = steps;
    this.listing = listing;
    this.course = course;
    this.checkpoints = checkpoints;
    this.listener = listener;
  }

  /** Goes back to where a checkpoint was written. */
  void restore(Checkpoint checkpoint) {
    course.learner().restore(checkpoint, checkpoints.path().toString());
    progress = checkpoint.progress();
    best = checkpoint.part(Part.BEST).tensors();
    lastCheckpoint = "the last good checkpoint is that of step " + progress.step();
  }

  /** Trains to the end, or until time is up. */
  void run(TrainerSettings settings) throws IOException {
    int accumulation = plan.patches().accumulation();
    Duration before = Duration.ofMillis(progress.millis());
    began = System.nanoTime() - before.toNanos();
    long first = (long) progress.step() * accumulation;
    try (BatchLoader<B> loader = new BatchLoader<>(course.batches(), first)) {
      while (!isDone()) {
        List<B> batches = new ArrayList<>();
        while (batches.size() < accumulation) {
          batches.add(loader.take());
        }
        step(batches);
        boolean timeIsUp =
            settings
                .time()
                .filter(limit -> elapsed().minus(before).compareTo(limit) >= 0)
                .isPresent();
        if (timeIsUp || isDone() || progress.step() % settings.checkpointEvery() == 0) {
          checkpoint();
        }
        if (timeIsUp && !isDone()) {
          listener.note(
              "stopped after step %d of %d, as time is up; --resume goes on"
                  .formatted(progress.step(), steps));
          return;
        }
      }
    }
  }

  /** Since training began, without the time between its sessions. */
  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private boolean isDone() {
    return progress.step() >= steps || isStoppedEarly();
  }

  private boolean isStoppedEarly() {
    int patience = plan.run().patience();
    return patience > 0 && progress.validationsSince() >= patience;
  }

  private void step(List<B> batches) throws IOException {
    int step = progress.step() + 1;
    double rate = plan.optimizer().rate(step, steps);
    Learner.Gradient gradient = course.learner().step(batches, rate, step);
    if (!gradient.isFinite()) {
      throw diverged(step, gradient, batches);
    }
    Duration elapsed = elapsed();
    progress = progress.withStep(step, elapsed.toMillis());
    listener.stepDone(new Step(step, steps, gradient.loss(), rate, gradient.norm(), elapsed));
    if (!course.validation().isEmpty()
        && (step % plan.run().validateEvery() == 0 || step == steps)) {
      validate(step);
    }
  }

  private DivergedException diverged(int step, Learner.Gradient gradient, List<B> batches) {
    List<String> sources = batches.stream().flatMap(batch -> batch.sources().stream()).toList();
    return new DivergedException(
        "loss and gradient must stay finite, but are %s and %s at step %d, on %s; %s"
            .formatted(
                gradient.loss(),
                gradient.norm(),
                step,
                String.join(", ", sources),
                lastCheckpoint));
  }

  private void validate(int step) throws IOException {
    ValidationResult result = course.validation().of(step);
    progress =
        progress.withValidation(
            new Progress.Best(step, value(result), result.loss(), result.scores()));
    if (progress.best().step() == step) {
      best = course.learner().averageParameters();
    }
    listener.validated(result);
    if (isStoppedEarly()) {
      listener.note(
          "stopped after step %d of %d: no validation has been better since step %d"
              .formatted(step, steps, progress.best().step()));
    }
  }

  private double value(ValidationResult result) {
    if (plan.run().best() == Criterion.LOSS) {
      return -result.loss();
    }
    Double value = result.scores().get(MEF_SSIM);
    if (value == null) {
      throw new IllegalArgumentException(
          "validation by MEF-SSIM needs a picture of at least 44×44, but there is none");
    }
    return value;
  }

  private void checkpoint() throws IOException {
    progress = progress.withStep(progress.step(), elapsed().toMillis());
    Map<Part, Map<String, Parameter>> parts = course.learner().state();
    parts.put(Part.BEST, best);
    Path file = checkpoints.write(new Checkpoint(progress, plan.toJson(), listing.text(), parts));
    lastCheckpoint = "the last good checkpoint is " + file;
    listener.checkpointWritten(progress.step(), file);
  }

  /** How far it is. */
  Progress progress() {
    return progress;
  }

  /** The best weights that were validated, or without validation those of now. */
  Map<String, Parameter> result() {
    return progress.isValidated() ? best : course.learner().averageParameters();
  }
}
