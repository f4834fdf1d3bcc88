package evenlight.torch.training.optimizer;

import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * RMSProp with momentum as TensorFlow 1 has it.
 *
 * <pre>
 * s ← d s + (1 - d) g²,   m ← μ m + r g / √(s + ε),   p ← p - m
 * </pre>
 *
 * <p>s is 1 and m 0 at first, ε = 1e-10; r is the learning rate of the step.
 */
public final class RmsProp implements Optimizer {
  private static final double EPSILON = 1e-10;
  private static final String SQUARE = "square/";
  private static final String MOMENTUM = "momentum/";

  private final Module module;
  private final double decay;
  private final double momentum;
  private final Map<String, Tensor> memory = new LinkedHashMap<>();

  /**
   * For the parameters of a module, where they lie now; make it outside any scope.
   *
   * @param decay d
   * @param momentum μ
   */
  public RmsProp(Module module, double decay, double momentum) {
    this.module = module;
    this.decay = decay;
    this.momentum = momentum;
    Parameters.trainable(module)
        .forEach(
            (name, parameter) -> {
              memory.put(SQUARE + name, torch.ones_like(parameter.detach()));
              memory.put(MOMENTUM + name, torch.zeros_like(parameter.detach()));
            });
  }

  @Override
  public void step(double learningRate, int step) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Parameters.trainable(module)
          .forEach(
              (name, parameter) -> {
                Tensor gradient = parameter.grad();
                if (gradient.defined()) {
                  move(name, parameter, gradient, learningRate);
                }
              });
    }
  }

  private void move(String name, Tensor parameter, Tensor gradient, double rate) {
    Tensor square = of(SQUARE + name);
    square.mul_(new Scalar(decay));
    square.addcmul_(gradient, gradient, new Scalar(1 - decay));
    Tensor way = of(MOMENTUM + name);
    way.mul_(new Scalar(momentum));
    way.addcdiv_(gradient, Tensors.plus(square, EPSILON).sqrt(), new Scalar(rate));
    parameter.add_(way, new Scalar(-1.0));
  }

  private Tensor of(String name) {
    Tensor tensor = memory.get(name);
    if (tensor == null) {
      throw new IllegalStateException("the parameters must stay those at the start, but " + name);
    }
    return tensor;
  }

  @Override
  public Map<String, Parameter> state() {
    Map<String, Parameter> state = new LinkedHashMap<>();
    try (TensorScope scope = new TensorScope()) {
      memory.forEach(
          (name, tensor) ->
              state.put(name, new Parameter(tensor.shape(), Tensors.toArray(tensor))));
    }
    return state;
  }

  @Override
  public void restore(Weights state) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      memory.forEach(
          (name, tensor) -> {
            Parameter parameter = state.tensor(name);
            tensor.copy_(Tensor.create(parameter.values(), parameter.shape()));
          });
    }
  }
}
