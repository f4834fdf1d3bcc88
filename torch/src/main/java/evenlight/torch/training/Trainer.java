package evenlight.torch.training;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.Natives;
import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.CheckpointFolder;
import evenlight.torch.training.checkpoint.JsonDifferences;
import evenlight.torch.training.checkpoint.Progress;
import evenlight.torch.training.data.DataListing;
import evenlight.torch.training.data.PlaneCache;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.SourcedWeights;
import evenlight.torch.weights.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains a network by a plan.
 *
 * <p>Into its folder go {@code PLAN.json} (the plan) and {@code PLAN.data.tsv} (every file with its
 * hash) before training, {@code PLAN.checkpoints/} while it runs, and {@code PLAN.safetensors} with
 * its model card {@code PLAN.md} at the end. A run that was stopped, whenever and however, goes on
 * with {@link TrainerSettings#resume}, and on the CPU ends with the same bytes.
 */
public final class Trainer {
  private final TrainingPlan plan;
  private final RunFiles files;
  private final CheckpointFolder checkpoints;
  private final TrainerSettings settings;
  private final TrainingListener listener;

  /**
   * A trainer that writes into a folder.
   *
   * @param folder must exist
   */
  public Trainer(
      TrainingPlan plan, Path folder, TrainerSettings settings, List<TrainingListener> listeners) {
    this.plan = plan;
    this.files = new RunFiles(folder, plan.name());
    this.checkpoints = CheckpointFolder.of(folder, plan.name());
    this.settings = settings;
    this.listener = new Listeners(listeners);
  }

  /** Trains a plan that starts from fresh parameters; see {@link #train(List, Optional)}. */
  public Path train(List<Scene> scenes) throws IOException {
    return train(scenes, Optional.empty());
  }

  /**
   * Trains, from the first step or from the newest checkpoint.
   *
   * @param scenes with at least one for training
   * @param start what training starts from, of the hash that the plan states; a run that goes on
   *     may do without it
   * @return the trained weights' file
   * @throws IOException if a frame cannot be read or a file not written
   * @throws IllegalArgumentException if the start is not the plan's, or another network's, if there
   *     is nothing to train on, a picture is too small, or the checkpoint belongs to another plan
   *     or other data
   * @throws DivergedException if loss or gradient are not finite
   */
  public Path train(List<Scene> scenes, Optional<SourcedWeights> start) throws IOException {
    Natives.useThreads(settings.threads());
    Device device = Devices.resolve(settings.device());
    requireTraining(scenes);
    DataListing listing = DataListing.of(scenes);
    Optional<Checkpoint> former = former(listing);
    requireStart(start.map(SourcedWeights::hash).orElse(""), former.isPresent());
    files.writePlan(plan.toJson());
    files.writeListing(listing.text());
    PlaneCache cache = new PlaneCache(settings.cacheBytes());
    Course<?> course = plan.course(new Material(scenes, cache, device));
    int steps = plan.run().steps(count(scenes, Split.TRAIN), plan.patches());
    TrainingRun<?> run = new TrainingRun<>(plan, steps, listing, course, checkpoints, listener);
    start.ifPresent(course.learner()::begin);
    former.ifPresent(run::restore);
    run.run(settings);
    String hardware = Hardware.describe(device.str().getString(), torch.get_num_threads());
    write(run, new ModelCard(plan, scenes, listing.hash(), hardware), steps);
    return files.weights();
  }

  private static void requireTraining(List<Scene> scenes) {
    if (count(scenes, Split.TRAIN) == 0) {
      throw new IllegalArgumentException(
          "there must be at least one scene for training, but all %d are for validation"
              .formatted(scenes.size()));
    }
  }

  private void requireStart(String hash, boolean goesOn) {
    String wanted = plan.run().start();
    if (!wanted.equals(hash) && !(goesOn && hash.isEmpty())) {
      throw new IllegalArgumentException(
          "training must start from the weights that the plan names, but it names %s and is given %s"
              .formatted(named(wanted), named(hash)));
    }
  }

  private static String named(String hash) {
    return hash.isEmpty() ? "none" : "those with SHA-256 " + hash;
  }

  private static int count(List<Scene> scenes, Split split) {
    return Math.toIntExact(scenes.stream().filter(scene -> scene.split() == split).count());
  }

  private Optional<Checkpoint> former(DataListing listing) throws IOException {
    if (!settings.resume()) {
      checkpoints.clear();
      return Optional.empty();
    }
    Optional<Checkpoint> former = checkpoints.newest(listener::note);
    if (former.isEmpty()) {
      listener.note(
          "there is no checkpoint in %s: training begins at the first step"
              .formatted(checkpoints.path()));
    }
    former.ifPresent(checkpoint -> requireSame(checkpoint, listing));
    return former;
  }

  private void requireSame(Checkpoint former, DataListing listing) {
    List<String> keys = JsonDifferences.between(former.plan(), plan.toJson());
    if (!keys.isEmpty()) {
      throw new IllegalArgumentException(
          "training must go on with the plan that it began with, but %s"
              .formatted(String.join(", ", keys)));
    }
    List<String> changed = new DataListing(former.data()).differences(listing);
    if (!changed.isEmpty()) {
      throw new IllegalArgumentException(
          "training must go on with the data that it began with, but these differ: %s"
              .formatted(String.join(", ", changed)));
    }
  }

  private void write(TrainingRun<?> run, ModelCard card, int steps) throws IOException {
    Progress progress = run.progress();
    int step = progress.isValidated() ? progress.best().step() : progress.step();
    Map<String, String> metadata =
        Map.of(
            "plan", plan.name(),
            "step", step + " of " + steps,
            "seed", Long.toString(plan.run().seed()));
    Weights weights = plan.weights(run.result(), metadata);
    byte[] bytes = Safetensors.toBytes(weights);
    files.writeWeights(bytes);
    files.writeCard(card.text(bytes, weights.count(), progress, steps));
  }
}
