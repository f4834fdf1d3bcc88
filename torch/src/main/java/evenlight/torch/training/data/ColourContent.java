package evenlight.torch.training.data;

import evenlight.bracket.Bracket;
import evenlight.fusion.FusionMethods;
import evenlight.image.Image;
import evenlight.image.Image8;

/**
 * Red, green and blue. The target is the ground truth; a scene that has none is to look like the
 * whole bracket fused by the catalogue's {@code mertens} as it is by default.
 */
public record ColourContent() implements SceneContent {
  /** What networks see, as a phrase. */
  public static final String NAME = "colours in sRGB";

  /** What is to be known of the target, as sentences. */
  public static final String REMARK =
      "A scene without a ground truth, as the authors' data has one for each, is to look like the"
          + " whole bracket fused by the method of Mertens et al.";

  private static final int CHANNELS = 3;

  @Override
  public byte[] of(Image rgb) {
    Image8 levels = Image8.of(rgb);
    int pixels = rgb.pixels();
    byte[] all = new byte[CHANNELS * pixels];
    for (int c = 0; c < CHANNELS; c++) {
      System.arraycopy(levels.plane(c), 0, all, c * pixels, pixels);
    }
    return all;
  }

  @Override
  public byte[] target(Bracket bracket) {
    return of(FusionMethods.named("mertens").fuse(bracket));
  }

  @Override
  public boolean aimsAtTruth() {
    return true;
  }

  @Override
  public boolean keepsEveryFrame() {
    return false;
  }
}
