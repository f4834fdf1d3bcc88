package evenlight.torch.training;

import evenlight.torch.training.optimizer.Optimizer;
import evenlight.torch.training.plan.OptimizerPlan;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/**
 * One network that learns by one loss.
 *
 * @param <M> the network
 * @param <B> what it learns from at a time
 */
interface Trainee<M extends Module, B> {
  /** A network with fresh parameters; called outside any scope. */
  M create();

  /**
   * The mean loss over a batch, within an open scope.
   *
   * @param device where the network lies
   */
  Tensor loss(M network, B batch, Device device);

  /** What moves the parameters; called outside any scope. */
  Optimizer optimizer(M network, OptimizerPlan plan);
}
