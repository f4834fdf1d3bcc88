package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import evenlight.image.reference.LevelRounding;
import evenlight.image.reference.LevelStretch;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * Luminance in [-1,1], levels less half of white in parts of that half, as PMGI and SDNet have it.
 */
final class SignedLuma {
  private static final float HALF = 127.5f;

  private SignedLuma() {}

  /** Levels of a picture as 1,1,H,W. */
  static Tensor tensor(float[] levels, Image8 model, Device device) {
    float[] samples = new float[levels.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (levels[i] - HALF) / HALF;
    }
    return Planes.tensor(samples, model, device);
  }

  /**
   * The levels of a result.
   *
   * @param stretched whether the least and greatest become black and white
   */
  static byte[] levels(float[] fused, boolean stretched) {
    if (stretched) {
      return LevelStretch.MIN_MAX.of(fused);
    }
    byte[] levels = new byte[fused.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = LevelRounding.ROUNDED.of(fused[i] * HALF + HALF);
    }
    return levels;
  }
}
