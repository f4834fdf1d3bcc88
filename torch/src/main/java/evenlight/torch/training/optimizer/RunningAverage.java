package evenlight.torch.training.optimizer;

import evenlight.torch.network.Parameters;
import evenlight.torch.tensor.TensorScope;
import java.util.Map;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The exponential running average of a network's parameters and of its batch norm statistics, as a
 * network of its own.
 *
 * <p>After step t the average moves by 1 - d towards the parameters, d being the plan's decay, but
 * at most (1 + t) / (10 + t), so that the first parameters, which are noise, are soon forgotten.
 * With a decay of 0 it always equals the parameters.
 */
public final class RunningAverage {
  private static final double WARM_UP = 10;

  private final Module source;
  private final Module average;
  private final double decay;

  /**
   * An average that begins with the parameters of now, in evaluation mode.
   *
   * @param source what is averaged
   * @param average a network of the same configuration on the same device
   */
  public RunningAverage(Module source, Module average, double decay) {
    this.source = source;
    this.average = average;
    this.decay = decay;
    average.eval();
    moveBy(1);
  }

  /**
   * Takes the parameters after a step into the average.
   *
   * @param step from 1
   */
  public void update(int step) {
    moveBy(1 - Math.min(decay, (1.0 + step) / (WARM_UP + step)));
  }

  private void moveBy(double share) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Map<String, Tensor> averages = Parameters.tensors(average);
      Parameters.tensors(source)
          .forEach(
              (name, value) -> {
                Tensor target = averages.get(name);
                if (target != null) {
                  target.lerp_(value, new Scalar(share));
                }
              });
    }
  }
}
