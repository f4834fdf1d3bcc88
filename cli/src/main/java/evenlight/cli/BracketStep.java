package evenlight.cli;

import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.fusion.Workspace;
import java.io.IOException;
import java.util.function.Consumer;

/** Something that is done to a bracket after it was read and before it is fused. */
interface BracketStep {
  /** Luminance that steps look at, for each pixel of a bracket. */
  int LUMINANCE_BYTES = 8;

  /**
   * Does it.
   *
   * @param notes takes what the user should know, a line each
   * @throws IOException if a file that belongs to it cannot be read or written
   */
  Bracket apply(Bracket bracket, Consumer<String> notes) throws IOException;

  /** The memory that it takes beside the exposures, before it and after; rather more than less. */
  default Workspace workspace(BracketSize size) {
    return Workspace.ofPixels(size.pixels(), LUMINANCE_BYTES);
  }
}
