package evenlight.align;

import evenlight.bracket.Bracket;
import evenlight.image.Image;

/** Finds out where frames lie, and brings them there. */
public interface Aligner {
  /**
   * Finds out where each frame lies over the reference.
   *
   * @param reference place of the reference in the bracket, 0 for the darkest
   * @return a verdict for every frame; a frame that cannot be aligned is no error
   */
  Alignment align(Bracket bracket, int reference);

  /**
   * One frame as it lies over an area of the reference, in the depth that it is stored in.
   *
   * @param frame its place in the bracket
   */
  Image warp(Bracket bracket, Alignment alignment, int frame, Area area);
}
