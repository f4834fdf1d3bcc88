package evenlight.torch.loss;

/**
 * How often each of two adversaries learns from a batch, so that neither wins for good: by the
 * rules of MEF-GAN (Xu, Ma, Zhang, IEEE TIP 29, 2020).
 *
 * <p>Each learns once from every batch, the discriminator first. From every third batch it learns
 * again while it mistakes fused pictures or true ones, the generator while the discriminator tells
 * them apart too well.
 *
 * @param every how many batches there are from one such batch to the next
 * @param mostOfDiscriminator the most steps of the discriminator from such a batch
 * @param mostOfGenerator the most steps of the generator
 * @param sure above this a verdict is sure that a picture is true
 * @param unsure below this a verdict is sure that it is not
 */
public record AdversarialBalance(
    int every, int mostOfDiscriminator, int mostOfGenerator, double sure, double unsure) {
  /** Checks the ranges. */
  public AdversarialBalance {
    if (every < 1 || mostOfDiscriminator < 1 || mostOfGenerator < 1) {
      throw new IllegalArgumentException(
          "batches and steps must be 1 or more, but are %d, %d and %d"
              .formatted(every, mostOfDiscriminator, mostOfGenerator));
    }
    if (!(0 <= unsure && unsure <= sure && sure <= 1)) {
      throw new IllegalArgumentException(
          "verdicts must be 0 <= unsure <= sure <= 1, but are %s and %s".formatted(unsure, sure));
    }
  }

  /** Every third batch, 4 and 8 steps, 0.6 and 0.4. */
  public static AdversarialBalance mefGan() {
    return new AdversarialBalance(3, 4, 8, 0.6, 0.4);
  }

  /**
   * Whether the discriminator learns once more from a batch.
   *
   * @param batch its number, from 0
   * @param taken steps that it has taken from it
   * @param ofTruth its mean verdict on true pictures
   * @param ofFused its mean verdict on fused ones
   */
  public boolean discriminatorLearns(long batch, int taken, double ofTruth, double ofFused) {
    return mayLearn(batch, taken, mostOfDiscriminator)
        && (taken == 0 || ofFused > sure || ofTruth < unsure);
  }

  /** Whether the generator learns once more from a batch; see {@link #discriminatorLearns}. */
  public boolean generatorLearns(long batch, int taken, double ofTruth, double ofFused) {
    return mayLearn(batch, taken, mostOfGenerator)
        && (taken == 0 || ofTruth > sure || ofFused < unsure);
  }

  /** Whether more than one step may be taken from a batch, so that verdicts matter. */
  public boolean asksForVerdicts(long batch) {
    return batch % every == 0;
  }

  private boolean mayLearn(long batch, int taken, int most) {
    return taken < (asksForVerdicts(batch) ? most : 1);
  }
}
