package evenlight.torch.ablation;

import evenlight.dataset.Scene;
import evenlight.torch.training.Trainer;
import evenlight.torch.training.TrainerSettings;
import evenlight.torch.training.TrainingListener;
import evenlight.torch.training.TrainingPlan;
import evenlight.torch.training.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Trains by {@link Trainer}, from the newest checkpoint where one has been left. */
final class VariantTraining implements NetworkTraining {
  private final List<Scene> scenes;
  private final TrainerSettings settings;

  VariantTraining(List<Scene> scenes, TrainerSettings settings) {
    this.scenes = List.copyOf(scenes);
    this.settings = settings;
  }

  @Override
  public Path train(TrainingPlan plan, Path folder, TrainingListener listener) throws IOException {
    Files.createDirectories(folder);
    boolean begun = !CheckpointFolder.of(folder, plan.name()).isEmpty();
    return new Trainer(plan, folder, settings.withResume(begun), List.of(listener)).train(scenes);
  }
}
