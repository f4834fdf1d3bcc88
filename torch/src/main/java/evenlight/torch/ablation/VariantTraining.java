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

/** How this package trains one network; nothing else here knows the trainer. */
final class VariantTraining {
  private final List<Scene> scenes;
  private final Device device;
  private final int threads;

  VariantTraining(List<Scene> scenes, Device device, int threads) {
    this.scenes = List.copyOf(scenes);
    this.device = device;
    this.threads = threads;
  }

  /**
   * Trains to the end of the plan.
   *
   * @param folder made if it is not there
   * @return the weights' file, within the folder
   */
  Path train(TrainingPlan plan, Path folder, TrainingListener listener) throws IOException {
    Files.createDirectories(folder);
    return new Trainer(plan, folder, plan.steps(), listener).train(scenes, device, threads);
  }
}
