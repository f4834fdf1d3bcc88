package evenlight.torch.training;

import evenlight.torch.training.optimizer.AdamW;
import evenlight.torch.training.optimizer.Optimizer;
import evenlight.torch.training.plan.OptimizerPlan;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * A network that fuses two exposures, with what it learns by: all that a course of pairs needs to
 * know of it.
 *
 * @param <M> the network
 */
interface PairSubject<M extends Module> {
  /** A network with fresh parameters; called outside any scope. */
  M create();

  /**
   * What came of a pair.
   *
   * @param fused in [0,1], not clamped, as many channels as the exposures
   * @param loss one number, the mean over the batch
   */
  record Tried(Tensor fused, Tensor loss) {}

  /**
   * Fuses patches or a whole picture and says how well, within an open scope.
   *
   * @param over the brighter exposures, B,C,H,W in [0,1]
   * @param under the darker exposures
   * @param target what the course's content gives as such
   */
  Tried forward(M network, Tensor over, Tensor under, Tensor target);

  /** What height and width of whole pictures are cut to multiples of. */
  default int multiple() {
    return 1;
  }

  /** What moves the parameters. */
  default Optimizer optimizer(M network, OptimizerPlan plan) {
    return new AdamW(network, plan.weightDecay());
  }
}
