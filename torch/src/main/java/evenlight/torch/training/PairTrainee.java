package evenlight.torch.training;

import evenlight.torch.training.data.Batch;
import evenlight.torch.training.optimizer.Optimizer;
import evenlight.torch.training.plan.OptimizerPlan;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;

/** A network that learns to fuse from patches of pairs. */
record PairTrainee<M extends Module>(PairSubject<M> subject) implements Trainee<M, Batch> {
  @Override
  public M create() {
    return subject.create();
  }

  @Override
  public Tensor loss(M network, Batch batch, Device device) {
    BatchTensors tensors = new BatchTensors(batch.size(), device);
    Tensor over = tensors.of(batch.over());
    Tensor under = tensors.of(batch.under());
    Tensor target = tensors.of(batch.target());
    return subject.forward(network, over, under, target).loss();
  }

  @Override
  public Optimizer optimizer(M network, OptimizerPlan plan) {
    return subject.optimizer(network, plan);
  }
}
