package evenlight.torch.training.optimizer;

import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.Map;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Steps down the gradient, without any memory.
 *
 * @param module whose parameters move
 */
public record Sgd(Module module) implements Optimizer {
  @Override
  public void step(double learningRate, int step) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      for (Tensor parameter : Parameters.trainable(module).values()) {
        Tensor gradient = parameter.grad();
        if (gradient.defined()) {
          parameter.add_(gradient, new Scalar(-learningRate));
        }
      }
    }
  }

  @Override
  public Map<String, Parameter> state() {
    return Map.of();
  }

  @Override
  public void restore(Weights state) {
    // there is nothing to remember
  }
}
