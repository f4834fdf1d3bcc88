package evenlight.torch.training;

import evenlight.torch.loss.FusionLoss;
import evenlight.torch.network.Lcndr;
import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.Autocast;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.training.data.Batch;
import evenlight.torch.training.optimizer.AdamW;
import evenlight.torch.training.optimizer.RunningAverage;
import evenlight.torch.training.plan.Dtype;
import evenlight.torch.weights.Weights.Parameter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * The network that learns, its running average and its optimizer.
 *
 * <p>Convolutions see their tensors in the memory order channels last, in which libtorch's are
 * fastest. In {@link Dtype#BF16} only the way forward through the network is cast; the loss always
 * gets 32 bits.
 */
final class Learner {

  private final TrainingPlan plan;
  private final FusionLoss loss;
  private final Device device;
  private final Lcndr network;
  private final RunningAverage average;
  private final AdamW adam;

  /** A learner with fresh parameters from the plan's seed; make it outside any scope. */
  Learner(TrainingPlan plan, Device device) {
    this.plan = plan;
    this.device = device;
    loss = plan.loss().create();
    torch.manual_seed(plan.run().seed());
    network = create();
    average = new RunningAverage(network, create(), plan.optimizer().emaDecay());
    adam = new AdamW(network, plan.optimizer().weightDecay());
  }

  private Lcndr create() {
    Lcndr created = new Lcndr(plan.network());
    created.to(device, false);
    Parameters.layChannelsLast(created);
    return created;
  }

  /**
   * What some batches say.
   *
   * @param loss their mean
   * @param norm of the gradient of that, before it was clipped
   */
  record Gradient(double loss, double norm) {
    boolean isFinite() {
      return Double.isFinite(loss) && Double.isFinite(norm);
    }
  }

  /** Computes the gradient of the mean loss over some batches, and clips it. */
  Gradient gradient(List<Batch> batches) {
    network.train(true);
    network.zero_grad(true);
    double sum = 0;
    for (Batch batch : batches) {
      sum += addGradient(batch, 1.0 / batches.size());
    }
    double clip = plan.optimizer().clipNorm();
    try (TensorScope scope = new TensorScope()) {
      double norm =
          torch.clip_grad_norm_(network.parameters(), clip == 0 ? Double.POSITIVE_INFINITY : clip);
      return new Gradient(sum / batches.size(), norm);
    }
  }

  private double addGradient(Batch batch, double share) {
    try (TensorScope scope = new TensorScope()) {
      Tensor over = onDevice(batch.size(), batch.over());
      Tensor under = onDevice(batch.size(), batch.under());
      Tensor brightness = onDevice(batch.size(), batch.brightness());
      Tensor value = loss.forward(over, under, brightness, forward(over, under));
      Tensors.times(value, share).backward();
      return value.item_double();
    }
  }

  private Tensor forward(Tensor over, Tensor under) {
    if (plan.optimizer().dtype() == Dtype.FP32) {
      return network.forward(over, under);
    }
    Tensor fused;
    try (Autocast autocast = new Autocast(over)) {
      fused = network.forward(over, under);
    }
    return fused.to(torch.ScalarType.Float);
  }

  private Tensor onDevice(int size, List<float[]> planes) {
    return Tensors.ofPlanes(size, size, planes.toArray(float[][]::new))
        .to(device, torch.ScalarType.Float)
        .contiguous(MemoryFormat.ChannelsLast);
  }

  /** Moves the parameters along the gradient, and their average after them. */
  void update(double learningRate, int step) {
    adam.step(learningRate, step);
    average.update(step);
  }

  /** The running average of the parameters, which is what training yields. */
  Lcndr average() {
    return average.network();
  }

  /** A copy of all numbers. */
  Map<Part, Map<String, Parameter>> state() {
    Map<Part, Map<String, Parameter>> state = new EnumMap<>(Part.class);
    state.put(Part.NETWORK, Parameters.of(network, Map.of()).tensors());
    state.put(Part.AVERAGE, averageParameters());
    state.put(Part.MOMENTS, adam.state());
    return state;
  }

  /** A copy of the running average. */
  Map<String, Parameter> averageParameters() {
    return Parameters.of(average.network(), Map.of()).tensors();
  }

  /**
   * Takes the numbers of a checkpoint.
   *
   * @param source how messages call it
   */
  void restore(Checkpoint checkpoint, String source) {
    Parameters.load(network, checkpoint.part(Part.NETWORK), source);
    Parameters.load(average.network(), checkpoint.part(Part.AVERAGE), source);
    adam.restore(checkpoint.part(Part.MOMENTS));
  }
}
