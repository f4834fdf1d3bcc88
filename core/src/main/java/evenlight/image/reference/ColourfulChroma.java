package evenlight.image.reference;

import java.util.List;

/**
 * Chroma of several exposures, the more colourful the more it counts.
 *
 * <pre>
 * C = Σ_k C_k (|C_k - τ| + ε) / Σ_k (|C_k - τ| + ε),   τ where all weights are 0
 * </pre>
 *
 * @param neutral τ, the chroma of greys
 * @param epsilon ε, what greys count
 */
public record ColourfulChroma(double neutral, double epsilon) {
  /** On levels from 0 to 255, where greys count nothing. */
  public static final ColourfulChroma OF_LEVELS = new ColourfulChroma(128, 0);

  /**
   * Fuses a row of one channel.
   *
   * @param sources the row of each exposure
   * @param fused takes the result
   */
  public void fuse(List<double[]> sources, double[] fused) {
    for (int x = 0; x < fused.length; x++) {
      double sum = 0;
      double weights = 0;
      for (double[] source : sources) {
        double weight = Math.abs(source[x] - neutral) + epsilon;
        sum += source[x] * weight;
        weights += weight;
      }
      fused[x] = weights == 0 ? neutral : sum / weights;
    }
  }
}
