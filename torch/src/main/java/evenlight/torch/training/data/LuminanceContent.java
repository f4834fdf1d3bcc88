package evenlight.torch.training.data;

import evenlight.bracket.Bracket;
import evenlight.image.Image;
import evenlight.torch.training.plan.TargetPlan;
import evenlight.torch.training.plan.TargetPlan.Limit;

/**
 * Luminance alone, and the brightness that a fusion should have in the large.
 *
 * @param brightness which that is
 */
public record LuminanceContent(TargetPlan brightness) implements SceneContent {
  /** Without anything to aim at: the mean of all frames is as cheap as any. */
  public static final LuminanceContent AIMLESS =
      new LuminanceContent(new TargetPlan(0, 1, Limit.CLAMP));

  @Override
  public byte[] of(Image rgb) {
    return Luminance.of(rgb);
  }

  @Override
  public byte[] target(Bracket bracket) {
    return WantedBrightness.of(bracket, brightness);
  }

  @Override
  public boolean aimsAtTruth() {
    return false;
  }

  @Override
  public boolean keepsEveryFrame() {
    return true;
  }
}
