package evenlight.cli;

import evenlight.bracket.Bracket;
import java.io.IOException;
import java.util.function.Consumer;

/** Something that is done to a bracket after it was read and before it is fused. */
interface BracketStep {
  /**
   * Does it.
   *
   * @param notes takes what the user should know, a line each
   * @throws IOException if a file that belongs to it cannot be read or written
   */
  Bracket apply(Bracket bracket, Consumer<String> notes) throws IOException;
}
