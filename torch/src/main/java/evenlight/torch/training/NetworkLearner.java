package evenlight.torch.training;

import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.training.optimizer.Optimizer;
import evenlight.torch.training.optimizer.RunningAverage;
import evenlight.torch.training.plan.OptimizerPlan;
import evenlight.torch.weights.SourcedWeights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A network that learns by one loss, its running average and its optimizer.
 *
 * @param <M> the network
 * @param <B> what it learns from at a time
 */
final class NetworkLearner<M extends Module, B> implements Learner<B> {
  private final Trainee<M, B> trainee;
  private final OptimizerPlan plan;
  private final Device device;
  private final M network;
  private final M averaged;
  private final RunningAverage average;
  private final Optimizer optimizer;

  /** A learner with fresh parameters from the seed; make it outside any scope. */
  NetworkLearner(Trainee<M, B> trainee, OptimizerPlan plan, long seed, Device device) {
    this.trainee = trainee;
    this.plan = plan;
    this.device = device;
    torch.manual_seed(seed);
    network = created(trainee.create(), device);
    averaged = created(trainee.create(), device);
    average = new RunningAverage(network, averaged, plan.emaDecay());
    optimizer = trainee.optimizer(network, plan);
  }

  /** A fresh network where it is to learn. */
  static <N extends Module> N created(N network, Device device) {
    network.to(device, false);
    Parameters.layChannelsLast(network);
    return network;
  }

  @Override
  public Gradient step(List<B> batches, double rate, int step) {
    Gradient gradient = gradient(batches);
    if (gradient.isFinite()) {
      optimizer.step(rate, step);
      average.update(step);
    }
    return gradient;
  }

  /** Computes the gradient of the mean loss over some batches, and clips it. */
  Gradient gradient(List<B> batches) {
    network.train(true);
    network.zero_grad(true);
    double sum = 0;
    for (B batch : batches) {
      sum += addGradient(batch, 1.0 / batches.size());
    }
    return new Gradient(sum / batches.size(), clipped(network, plan));
  }

  /**
   * Clips the gradient of a network as a plan has it.
   *
   * @return its norm before
   */
  static double clipped(Module network, OptimizerPlan plan) {
    double clip = plan.clipNorm();
    try (TensorScope scope = new TensorScope()) {
      return torch.clip_grad_norm_(
          network.parameters(), clip == 0 ? Double.POSITIVE_INFINITY : clip);
    }
  }

  private double addGradient(B batch, double share) {
    try (TensorScope scope = new TensorScope()) {
      Tensor value = trainee.loss(network, batch, device);
      Tensors.times(value, share).backward();
      return value.item_double();
    }
  }

  /** The running average of the parameters, which is what training yields. */
  M average() {
    return averaged;
  }

  @Override
  public void begin(SourcedWeights start) {
    Parameters.load(network, start.weights(), start.source());
    Parameters.load(averaged, start.weights(), start.source());
  }

  @Override
  public Map<Part, Map<String, Parameter>> state() {
    Map<Part, Map<String, Parameter>> state = new EnumMap<>(Part.class);
    state.put(Part.NETWORK, Parameters.of(network, Map.of()).tensors());
    state.put(Part.AVERAGE, averageParameters());
    state.put(Part.MOMENTS, optimizer.state());
    return state;
  }

  @Override
  public Map<String, Parameter> averageParameters() {
    return Parameters.of(averaged, Map.of()).tensors();
  }

  @Override
  public void restore(Checkpoint checkpoint, String source) {
    Parameters.load(network, checkpoint.part(Part.NETWORK), source);
    Parameters.load(averaged, checkpoint.part(Part.AVERAGE), source);
    optimizer.restore(checkpoint.part(Part.MOMENTS));
  }
}
