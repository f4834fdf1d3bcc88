package evenlight.fusion;

import evenlight.image.Bt601;
import java.util.List;

/**
 * Fuses one chroma channel over the exposures, each weighted by how far it is from grey.
 *
 * <pre>
 * C(p) = Σ_k C_k(p) |C_k(p) - τ| / Σ_k |C_k(p) - τ|,   τ = 128 (8-bit scale)
 * </pre>
 *
 * <p>Equation (10) of Li et al., "Learning a Coordinated Network for Detail-refinement
 * Multi-exposure Image Fusion", IEEE T-CSVT 2022. As printed, the formula mixes Cb with Cr of one
 * image; its meaning, as in the works it cites (DeepFuse, ICCV 2017), is one chroma channel over
 * the exposures. Where every exposure is exactly grey the weights vanish and the result is τ.
 */
public final class ChromaFusion {
  private ChromaFusion() {}

  /**
   * The fused channel.
   *
   * @param channel the same chroma channel of each exposure, on the scale of {@link Bt601}
   * @return a plane of the same length, each sample between the least and greatest of its sources
   */
  public static float[] fuse(List<float[]> channel) {
    float[] fused = new float[channel.get(0).length];
    for (int i = 0; i < fused.length; i++) {
      double weightedOffsets = 0;
      double weights = 0;
      for (float[] chroma : channel) {
        double offset = chroma[i] - Bt601.NEUTRAL;
        weightedOffsets += offset * Math.abs(offset);
        weights += Math.abs(offset);
      }
      fused[i] = weights == 0 ? Bt601.NEUTRAL : (float) (Bt601.NEUTRAL + weightedOffsets / weights);
    }
    return fused;
  }
}
