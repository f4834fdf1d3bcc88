package evenlight.torch.fusion;

import evenlight.filter.ReducedLuminance;
import evenlight.fusion.LuminanceRows;
import evenlight.image.Image;
import evenlight.image.LumaRows;

/** The luminance of an exposure. */
final class FrameLuminance implements Luminance {
  private final Image rgb;
  private final float[] reduced;

  /**
   * That of a picture.
   *
   * @param reduction how many times smaller the reduced size is
   */
  FrameLuminance(Image rgb, int reduction, int threads) {
    this.rgb = rgb;
    reduced = ReducedLuminance.of(rgb, reduction, threads);
  }

  @Override
  public LuminanceRows rows() {
    LumaRows rows = new LumaRows(rgb);
    return (y, row) -> rows.read(y, row, 0);
  }

  @Override
  public float[] reduced() {
    return reduced;
  }
}
