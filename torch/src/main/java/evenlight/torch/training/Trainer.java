package evenlight.torch.training;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.fusion.Device;
import evenlight.image.io.AtomicFile;
import evenlight.torch.loss.FusionLoss;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.SavedLcndr;
import evenlight.torch.tensor.Devices;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.training.PatchSampler.Batch;
import evenlight.torch.weights.Safetensors;
import evenlight.torch.weights.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Trains an LCNDR network by a plan.
 *
 * <p>All scenes are decoded once and kept as luminance, one byte a pixel. Gradients are clipped to
 * a norm of 1. Every {@code checkpointEvery} steps and at the end the weights are written and tried
 * on the validation scenes, whole pictures; a loss that is not finite ends training with an error.
 */
public final class Trainer {
  private static final double MAX_GRADIENT_NORM = 1;

  private final TrainingPlan plan;
  private final TrainingListener listener;
  private final Path folder;
  private final int checkpointEvery;

  /**
   * A trainer that writes into a folder.
   *
   * @param folder must exist
   * @param checkpointEvery steps between checkpoints, at least 1
   */
  public Trainer(TrainingPlan plan, Path folder, int checkpointEvery, TrainingListener listener) {
    if (checkpointEvery < 1) {
      throw new IllegalArgumentException(
          "checkpoints must be at least 1 step apart, but are " + checkpointEvery);
    }
    this.plan = plan;
    this.folder = folder;
    this.checkpointEvery = checkpointEvery;
    this.listener = listener;
  }

  /**
   * Trains and writes {@code PLAN.safetensors}, its model card and the plan.
   *
   * @param scenes with at least one for training
   * @return the trained weights' file
   * @throws IOException if a frame cannot be read or a checkpoint not written
   * @throws IllegalArgumentException if there is nothing to train on or a picture is too small
   */
  public Path train(List<Scene> scenes, Device device, int threads) throws IOException {
    Natives.useThreads(threads);
    List<LuminanceScene> training = read(scenes, Split.TRAIN);
    Validation validation = new Validation(read(scenes, Split.VAL), plan.loss().create());
    if (training.isEmpty()) {
      throw new IllegalArgumentException(
          "there must be at least one scene for training, but all %d are for validation"
              .formatted(scenes.size()));
    }
    torch.manual_seed(plan.seed());
    Lcndr network = new Lcndr(plan.network());
    network.to(Devices.resolve(device), false);
    PatchSampler sampler = new PatchSampler(training, plan);
    ModelCard card =
        new ModelCard(plan, scenes, "%s, %d threads".formatted(device, torch.get_num_threads()));
    return steps(network, sampler, validation, card);
  }

  private static List<LuminanceScene> read(List<Scene> scenes, Split split) throws IOException {
    List<LuminanceScene> read = new ArrayList<>();
    for (Scene scene : scenes) {
      if (scene.split() == split) {
        read.add(LuminanceScene.read(scene));
      }
    }
    return read;
  }

  private Path steps(Lcndr network, PatchSampler sampler, Validation validation, ModelCard card)
      throws IOException {
    FusionLoss loss = plan.loss().create();
    Path file = folder.resolve(plan.name() + ".safetensors");
    long start = System.nanoTime();
    try (Adam adam = new Adam(network.parameters(), new AdamOptions(plan.learningRate()))) {
      for (int step = 1; step <= plan.steps(); step++) {
        double value = step(network, adam, loss, sampler, step);
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        listener.stepDone(step, plan.steps(), value, elapsed);
        if (step % checkpointEvery == 0 || step == plan.steps()) {
          Optional<Validation.Score> score = validation.score(network);
          save(network, card, file, step, score, elapsed);
          listener.checkpointWritten(step, file, score);
        }
      }
    }
    return file;
  }

  private double step(Lcndr network, Adam adam, FusionLoss loss, PatchSampler sampler, int step) {
    try (TensorScope scope = new TensorScope()) {
      network.train(true);
      adam.param_groups()
          .get(0)
          .options()
          .set_lr(plan.learningRate() * plan.schedule().rate(step - 1, plan.steps()));
      Batch batch = sampler.next();
      Tensor over = onDeviceOf(network, batch.over());
      Tensor under = onDeviceOf(network, batch.under());
      Tensor fused = network.forward(over, under);
      Tensor value = loss.forward(over, under, onDeviceOf(network, batch.brightness()), fused);
      double number = value.item_double();
      if (!Double.isFinite(number)) {
        throw new IllegalStateException(
            "the loss must stay finite, but is %s at step %d".formatted(number, step));
      }
      adam.zero_grad();
      value.backward();
      torch.clip_grad_norm_(network.parameters(), MAX_GRADIENT_NORM);
      adam.step();
      return number;
    }
  }

  static Tensor onDeviceOf(Lcndr network, Tensor tensor) {
    return tensor.to(network.parameters().get(0).device(), torch.ScalarType.Float);
  }

  private void save(
      Lcndr network,
      ModelCard card,
      Path file,
      int step,
      Optional<Validation.Score> score,
      Duration elapsed)
      throws IOException {
    Map<String, String> metadata =
        Map.of(
            "plan", plan.name(),
            "step", step + " of " + plan.steps(),
            "seed", Long.toString(plan.seed()));
    Weights weights = SavedLcndr.toWeights(network, metadata);
    byte[] bytes = Safetensors.toBytes(weights);
    String text = card.text(bytes, weights.count(), step, score, elapsed);
    AtomicFile.write(file, out -> out.write(bytes));
    write(plan.name() + ".md", text);
    write(plan.name() + ".json", plan.toJson());
  }

  private void write(String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
