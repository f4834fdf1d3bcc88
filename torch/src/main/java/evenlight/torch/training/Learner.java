package evenlight.torch.training;

import evenlight.torch.training.checkpoint.Checkpoint;
import evenlight.torch.training.checkpoint.Checkpoint.Part;
import evenlight.torch.weights.SourcedWeights;
import evenlight.torch.weights.Weights.Parameter;
import java.util.List;
import java.util.Map;

/**
 * One network or several, their running average and their optimizers.
 *
 * @param <B> what is learned from at a time
 */
interface Learner<B> {
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

  /**
   * Learns from some batches. Where the gradient is not finite nothing moves any more.
   *
   * @param rate the plan's learning rate of this step
   * @param step from 1
   */
  Gradient step(List<B> batches, double rate, int step);

  /**
   * Takes the parameters that training starts from instead of fresh ones; before the first step.
   *
   * @throws IllegalArgumentException if they are another network's, or none could be its start
   */
  void begin(SourcedWeights start);

  /** A copy of all numbers, but for {@link Part#BEST}. */
  Map<Part, Map<String, Parameter>> state();

  /** A copy of the running average of the network that is to be written. */
  Map<String, Parameter> averageParameters();

  /**
   * Takes the numbers of a checkpoint.
   *
   * @param source how messages call it
   */
  void restore(Checkpoint checkpoint, String source);
}
