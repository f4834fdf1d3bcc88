package evenlight.torch.ablation;

import evenlight.dataset.Scene;
import evenlight.fusion.Device;
import evenlight.torch.training.Trainer;
import evenlight.torch.training.TrainingListener;
import evenlight.torch.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains by {@link Trainer}; nothing else in this package knows it. */
final class VariantTraining implements NetworkTraining {
  private final List<Scene> scenes;
  private final Device device;
  private final int threads;

  VariantTraining(List<Scene> scenes, Device device, int threads) {
    this.scenes = List.copyOf(scenes);
    this.device = device;
    this.threads = threads;
  }

  @Override
  public Path train(TrainingPlan plan, Path folder, TrainingListener listener)
      throws IOException, DivergedException {
    Files.createDirectories(folder);
    Trainer trainer = new Trainer(plan, folder, plan.steps(), listener);
    try {
      return trainer.train(scenes, device, threads);
    } catch (IllegalStateException e) { // a loss that is not finite
      throw new DivergedException(e);
    }
  }
}
