package evenlight.torch.training;

import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.training.checkpoint.CheckpointFolder;
import evenlight.torch.training.checkpoint.Progress;
import evenlight.torch.training.data.Batch;
import evenlight.torch.training.data.BatchLoader;
import evenlight.torch.training.data.DataListing;
import evenlight.torch.training.data.PatchSampler;
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
 */
final class TrainingRun {
  private static final String MEF_SSIM = "mef-ssim";

  private final TrainingPlan plan;
  private final int steps;
  private final DataListing listing;
  private final Learner learner;
  private final Validation validation;
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
      Learner learner,
      Validation validation,
      CheckpointFolder checkpoints,
      TrainingListener listener) {
    this.plan = plan;
    this.steps = steps;
    this.listing = listing;
    this.learner = learner;
    this.validation = validation;
    this.checkpoints = checkpoints;
    this.listener = listener;
  }

  /** Goes back to where a checkpoint was written. */
  void restore(Checkpoint checkpoint) {
    learner.restore(checkpoint, checkpoints.path().toString());
    progress = checkpoint.progress();
    best = checkpoint.part(Part.BEST).tensors();
    lastCheckpoint = "the last good checkpoint is that of step " + progress.step();
  }

  /** Trains to the end, or until time is up. */
  void run(PatchSampler sampler, TrainerSettings settings) throws IOException {
    int accumulation = plan.patches().accumulation();
    Duration before = Duration.ofMillis(progress.millis());
    began = System.nanoTime() - before.toNanos();
    try (BatchLoader loader = new BatchLoader(sampler, (long) progress.step() * accumulation)) {
      while (!isDone()) {
        List<Batch> batches = new ArrayList<>();
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

  private void step(List<Batch> batches) throws IOException {
    int step = progress.step() + 1;
    double rate = plan.optimizer().rate(step, steps);
    Learner.Gradient gradient = learner.gradient(batches);
    if (!gradient.isFinite()) {
      throw diverged(step, gradient, batches);
    }
    learner.update(rate, step);
    Duration elapsed = elapsed();
    progress = progress.withStep(step, elapsed.toMillis());
    listener.stepDone(new Step(step, steps, gradient.loss(), rate, gradient.norm(), elapsed));
    if (!validation.isEmpty() && (step % plan.run().validateEvery() == 0 || step == steps)) {
      validate(step);
    }
  }

  private DivergedException diverged(int step, Learner.Gradient gradient, List<Batch> batches) {
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
    ValidationResult result = validation.of(learner.average(), step);
    progress =
        progress.withValidation(
            new Progress.Best(step, value(result), result.loss(), result.scores()));
    if (progress.best().step() == step) {
      best = learner.averageParameters();
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
    Map<Part, Map<String, Parameter>> parts = learner.state();
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
    return progress.isValidated() ? best : learner.averageParameters();
  }
}
