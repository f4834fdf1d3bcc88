package evenlight.torch.training.plan;

/**
 * How long training goes on.
 *
 * @param steps updates of the parameters; 0 where epochs count
 * @param epochs rounds in which one patch is taken of every training scene; 0 where steps count
 * @param validateEvery steps between validations, 1 or more; there is one after the last, too
 * @param patience training stops after so many validations in a row without a better one; 0 for
 *     never
 * @param best by what validations are compared
 * @param seed of the first parameters and of every random choice
 * @param start SHA-256 of the weights' file that training starts from; empty for fresh parameters
 */
public record RunPlan(
    int steps,
    int epochs,
    int validateEvery,
    int patience,
    Criterion best,
    long seed,
    String start) {

  /** What makes one validation better than another. */
  public enum Criterion {
    /** A smaller mean loss. */
    LOSS,
    /** A greater mean MEF-SSIM. */
    MEF_SSIM
  }

  /** Checks the ranges, and that either steps or epochs count. */
  public RunPlan {
    if (steps < 0 || epochs < 0 || (steps == 0) == (epochs == 0)) {
      throw new IllegalArgumentException(
          ("one of run.steps and run.epochs of a training plan must be 1 or more and the other 0,"
                  + " but they are %d and %d")
              .formatted(steps, epochs));
    }
    Allowed.requireAtLeast("run.validateEvery", validateEvery, 1);
    Allowed.requireAtLeast("run.patience", patience, 0);
    if (!start.matches("([0-9a-f]{64})?")) {
      throw new IllegalArgumentException(
          "run.start of a training plan must be a SHA-256 or empty, but is \"" + start + "\"");
    }
  }

  /**
   * How many steps there are.
   *
   * @param scenes for training
   */
  public int steps(int scenes, PatchPlan patches) {
    if (epochs == 0) {
      return steps;
    }
    int perEpoch = (scenes + patches.perStep() - 1) / patches.perStep();
    return Math.multiplyExact(epochs, perEpoch);
  }

  /** How long, in words: 300 steps, 500 epochs. */
  public String length() {
    return epochs == 0 ? steps + " steps" : epochs + " epochs";
  }

  /** The same with a number of steps, whatever it was before. */
  public RunPlan withSteps(int newSteps) {
    Allowed.requireAtLeast("run.steps", newSteps, 1);
    return new RunPlan(newSteps, 0, validateEvery, patience, best, seed, start);
  }

  /** The same with another seed. */
  public RunPlan withSeed(long newSeed) {
    return new RunPlan(steps, epochs, validateEvery, patience, best, newSeed, start);
  }

  /** The same from the weights of a hash. */
  public RunPlan withStart(String hash) {
    return new RunPlan(steps, epochs, validateEvery, patience, best, seed, hash);
  }
}
