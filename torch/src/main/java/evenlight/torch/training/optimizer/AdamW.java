package evenlight.torch.training.optimizer;

import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam with decoupled weight decay (Loshchilov, Hutter, "Decoupled Weight Decay Regularization",
 * ICLR 2019); without decay it is Adam (Kingma, Ba, ICLR 2015).
 *
 * <pre>
 * p ← p - r·d·p
 * m ← β₁ m + (1 - β₁) g,   v ← β₂ v + (1 - β₂) g²
 * p ← p - r/(1 - β₁ᵗ) · m / (√v/√(1 - β₂ᵗ) + ε)
 * </pre>
 *
 * <p>β₁ = 0.9 and β₂ = 0.999 where nothing else is said, ε = 1e-8; r is the learning rate of the
 * step, d the decay, t the number of the step. libtorch's own classes do the same, but do not let
 * their moments be set from Java.
 */
public final class AdamW implements Optimizer {
  private static final double EPSILON = 1e-8;
  private static final String MEAN = "mean/";
  private static final String SQUARE = "square/";

  /**
   * How much of the moments stays at each step.
   *
   * @param mean β₁
   * @param square β₂
   */
  public record Betas(double mean, double square) {
    private static final Betas USUAL = new Betas(0.9, 0.999);
  }

  private final Module module;
  private final double decay;
  private final Betas betas;
  private final Map<String, Tensor> moments = new LinkedHashMap<>();

  /**
   * For the parameters of a module, where they lie now; make it outside any scope.
   *
   * @param decay of the parameters at each step, times the learning rate
   */
  public AdamW(Module module, double decay) {
    this(module, decay, Betas.USUAL);
  }

  /** The same with other memories. */
  public AdamW(Module module, double decay, Betas betas) {
    this.module = module;
    this.decay = decay;
    this.betas = betas;
    Map<String, long[]> shapes = new LinkedHashMap<>();
    boolean cuda = false;
    try (TensorScope scope = new TensorScope()) {
      for (Map.Entry<String, Tensor> entry : Parameters.trainable(module).entrySet()) {
        shapes.put(entry.getKey(), entry.getValue().shape());
        cuda = entry.getValue().is_cuda();
      }
    }
    Device device = new Device(cuda ? "cuda" : "cpu");
    for (Map.Entry<String, long[]> entry : shapes.entrySet()) {
      for (String kind : new String[] {MEAN, SQUARE}) {
        moments.put(
            kind + entry.getKey(),
            torch.zeros(entry.getValue()).to(device, torch.ScalarType.Float));
      }
    }
  }

  @Override
  public void step(double learningRate, int step) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      double rate = learningRate / (1 - StrictMath.pow(betas.mean(), step));
      double root = StrictMath.sqrt(1 - StrictMath.pow(betas.square(), step));
      Parameters.trainable(module)
          .forEach(
              (name, parameter) -> {
                Tensor gradient = parameter.grad();
                if (gradient.defined()) {
                  if (decay > 0) {
                    parameter.mul_(new Scalar(1 - learningRate * decay));
                  }
                  move(name, parameter, gradient, rate, root);
                }
              });
    }
  }

  private void move(String name, Tensor parameter, Tensor gradient, double rate, double root) {
    Tensor mean = moment(MEAN + name);
    mean.mul_(new Scalar(betas.mean()));
    mean.add_(gradient, new Scalar(1 - betas.mean()));
    Tensor square = moment(SQUARE + name);
    square.mul_(new Scalar(betas.square()));
    square.addcmul_(gradient, gradient, new Scalar(1 - betas.square()));
    Tensor deviation = Tensors.plus(Tensors.times(square.sqrt(), 1 / root), EPSILON);
    parameter.addcdiv_(mean, deviation, new Scalar(-rate));
  }

  private Tensor moment(String name) {
    Tensor moment = moments.get(name);
    if (moment == null) {
      throw new IllegalStateException("the parameters must stay those at the start, but " + name);
    }
    return moment;
  }

  @Override
  public Map<String, Parameter> state() {
    Map<String, Parameter> state = new LinkedHashMap<>();
    try (TensorScope scope = new TensorScope()) {
      moments.forEach(
          (name, moment) ->
              state.put(name, new Parameter(moment.shape(), Tensors.toArray(moment))));
    }
    return state;
  }

  @Override
  public void restore(Weights state) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      moments.forEach(
          (name, moment) -> {
            Parameter parameter = state.tensor(name);
            moment.copy_(Tensor.create(parameter.values(), parameter.shape()));
          });
    }
  }
}
