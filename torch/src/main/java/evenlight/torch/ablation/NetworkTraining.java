package evenlight.torch.ablation;

import evenlight.torch.training.DivergedException;
import evenlight.torch.training.TrainingListener;
import evenlight.torch.training.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;

/** Trains one network of a study. */
@FunctionalInterface
interface NetworkTraining {
  /**
   * Trains to the end of the plan.
   *
   * @param folder where its files go; made if it is not there
   * @return the weights' file, within the folder
   * @throws DivergedException if training cannot go on, now or ever
   */
  Path train(TrainingPlan plan, Path folder, TrainingListener listener) throws IOException;
}
