package evenlight.torch.training.plan;

/**
 * How the parameters move: Adam with β 0.9 and 0.999, or by the rule of the plan's recipe.
 *
 * @param learningRate of the rule, above 0 and at most 1; its peak where the schedule varies it
 * @param schedule how the learning rate changes over the steps
 * @param warmUpShare the share of the steps in which it rises, 0 to 1; for schedules that do
 * @param finalRate the share of the peak that it falls to, 0 to 1; for schedules that fall
 * @param clipNorm gradients are scaled down to this norm where theirs is greater; 0 for never
 * @param emaDecay of the running average of the parameters, which is what is validated and written;
 *     below 1, 0 for the parameters themselves
 * @param weightDecay decoupled, as in AdamW; 0 for none
 * @param dtype in which numbers the network computes
 */
public record OptimizerPlan(
    double learningRate,
    Schedule schedule,
    double warmUpShare,
    double finalRate,
    double clipNorm,
    double emaDecay,
    double weightDecay,
    Dtype dtype) {

  /** Checks the ranges. */
  public OptimizerPlan {
    Allowed.require(
        learningRate > 0 && learningRate <= 1,
        "optimizer.learningRate",
        "above 0 and at most 1",
        learningRate);
    Allowed.requireWithin("optimizer.warmUpShare", warmUpShare, 0, 1);
    Allowed.requireWithin("optimizer.finalRate", finalRate, 0, 1);
    Allowed.require(
        finalRate > 0 || schedule != Schedule.EXPONENTIAL,
        "optimizer.finalRate",
        "above 0 for the schedule EXPONENTIAL",
        finalRate);
    Allowed.require(
        clipNorm >= 0 && clipNorm < Double.POSITIVE_INFINITY,
        "optimizer.clipNorm",
        "0 or more",
        clipNorm);
    Allowed.require(
        emaDecay >= 0 && emaDecay < 1, "optimizer.emaDecay", "0 or more and below 1", emaDecay);
    Allowed.requireWithin("optimizer.weightDecay", weightDecay, 0, 1);
  }

  /** The same with other numbers. */
  public OptimizerPlan withDtype(Dtype newDtype) {
    return new OptimizerPlan(
        learningRate, schedule, warmUpShare, finalRate, clipNorm, emaDecay, weightDecay, newDtype);
  }

  /**
   * The learning rate of a step.
   *
   * @param step from 1
   * @param steps how many there are
   */
  public double rate(int step, int steps) {
    return switch (schedule) {
      case CONSTANT -> learningRate;
      case WARM_UP_AND_COSINE -> warmUpAndCosine(step, steps);
      case EXPONENTIAL -> learningRate * StrictMath.pow(finalRate, (step - 1.0) / steps);
    };
  }

  private double warmUpAndCosine(int step, int steps) {
    double warmUp = Math.max(1, warmUpShare * steps);
    double done = step - 1.0;
    if (done < warmUp) {
      return learningRate * Math.min(1, step / warmUp);
    }
    double cosine = 0.5 * (1 + StrictMath.cos(Math.PI * (done - warmUp) / (steps - warmUp)));
    return learningRate * (finalRate + (1 - finalRate) * cosine);
  }
}
