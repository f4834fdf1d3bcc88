package evenlight.torch.training.optimizer;

import evenlight.torch.weights.Weights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.Map;

/** How the parameters of a network move along their gradients. */
public interface Optimizer {
  /**
   * Moves every parameter that has a gradient.
   *
   * @param step how many there have been with this one, from 1
   */
  void step(double learningRate, int step);

  /** A copy of all numbers beside the parameters. */
  Map<String, Parameter> state();

  /**
   * Takes numbers as {@link #state} gave them.
   *
   * @throws IllegalArgumentException if one is missing
   */
  void restore(Weights state);
}
