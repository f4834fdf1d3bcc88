package evenlight.torch.training.plan;

/**
 * What the network sees while it trains.
 *
 * @param size height and width of a patch, 64 to 1024
 * @param batch patches that go through the network together, 1 or more
 * @param accumulation batches whose gradients make one step, 1 or more
 * @param maxReduction patches are taken at a random whole reduction from 1 to this
 * @param stride patches begin at rows and columns that are multiples of this; 1 for anywhere
 * @param pairing which frames of a bracket are paired
 * @param gammaJitter g: luminance is raised to a random power between 1/(1+g) and 1+g, the same for
 *     both frames and the target; 0 to 2, 0 for none
 */
public record PatchPlan(
    int size,
    int batch,
    int accumulation,
    int maxReduction,
    int stride,
    Pairing pairing,
    double gammaJitter) {
  private static final int LEAST_SIZE = 64;
  private static final int MOST_SIZE = 1024;
  private static final double MOST_JITTER = 2;

  /** Which two frames of a bracket make a sample. */
  public enum Pairing {
    /** Always the scene's default pair. */
    DEFAULT,
    /** Half the time the default pair, half the time a random dark and a random bright frame. */
    MIXED
  }

  /** Checks the ranges. */
  public PatchPlan {
    Allowed.require(
        size >= LEAST_SIZE && size <= MOST_SIZE,
        "patches.size",
        "%d to %d".formatted(LEAST_SIZE, MOST_SIZE),
        size);
    Allowed.requireAtLeast("patches.batch", batch, 1);
    Allowed.requireAtLeast("patches.accumulation", accumulation, 1);
    Allowed.requireAtLeast("patches.maxReduction", maxReduction, 1);
    Allowed.requireAtLeast("patches.stride", stride, 1);
    Allowed.requireWithin("patches.gammaJitter", gammaJitter, 0, MOST_JITTER);
  }

  /** Patches that one step sees. */
  int perStep() {
    return Math.multiplyExact(batch, accumulation);
  }
}
