package evenlight.fusion;

import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.image.Image;

/** A way to make one well-exposed picture from a bracket. */
public interface FusionMethod {
  /** What the method is. */
  MethodCard card();

  /**
   * Fuses a bracket.
   *
   * <p>The same bracket gives the same samples every time. The exposures are not changed. Equal
   * exposures give that exposure.
   *
   * @return RGB in [0,1], finite, of the bracket's size
   * @throws IllegalArgumentException if the method cannot fuse this number or size of exposures
   */
  Image fuse(Bracket bracket);

  /**
   * What the method needs of memory; where it does not say, as much as floats of all exposures and
   * of two pictures more.
   */
  default Workspace workspace(BracketSize size) {
    return Workspace.ofPixels(size.pixels(), 12.0 * (size.exposures() + 2));
  }

  /**
   * What the result depends on beside the bracket, such as the parameters of a network: where this
   * text, the version and the bracket are equal, so are the samples.
   */
  default String fingerprint() {
    return card().id();
  }
}
