package evenlight.torch.ablation;

import evenlight.evaluation.EvaluationListener;
import evenlight.torch.training.TrainingListener;

/** Is told how an ablation study goes. */
public interface AblationListener extends EvaluationListener {
  /**
   * A network begins to be trained.
   *
   * @param number of the training, from 1
   * @param total how many there are
   * @return who is told of its steps
   */
  TrainingListener trainingStarts(AblationRun run, int number, int total);

  /**
   * A network is trained.
   *
   * @param reused whether an earlier run of the study had trained it
   * @param number of the training, from 1
   * @param total how many there are
   */
  void trainingDone(AblationRun run, boolean reused, int number, int total);

  /** A training came to no end: its loss is not finite any more. The study goes on without it. */
  void trainingDiverged(AblationRun run, String reason);
}
