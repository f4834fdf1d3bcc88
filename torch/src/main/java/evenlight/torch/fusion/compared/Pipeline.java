package evenlight.torch.fusion.compared;

import evenlight.image.Image8;
import java.util.List;

/** What a published program does between its files and its result. */
interface Pipeline {
  /**
   * Fuses exposures, within an open scope and without gradients.
   *
   * @param exposures RGB, darkest first, at least two
   * @return RGB of their size
   */
  Image8 fuse(List<Image8> exposures);
}
