package evenlight.torch.fusion;

import evenlight.fusion.LuminanceRows;

/** Luminance that was fused at full size. */
final class FusedLuminance implements Luminance {
  private final int width;
  private final float[] samples;

  /** Samples row by row, in [0,1]; not copied. */
  FusedLuminance(int width, float[] samples) {
    this.width = width;
    this.samples = samples;
  }

  @Override
  public LuminanceRows rows() {
    return (y, row) -> System.arraycopy(samples, y * width, row, 0, width);
  }

  @Override
  public float[] reduced() {
    return samples;
  }
}
