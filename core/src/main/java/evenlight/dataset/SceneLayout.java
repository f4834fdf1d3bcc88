package evenlight.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** Finds scenes by the names of files. */
interface SceneLayout {
  /** What it consists of, for a message that starts with "the data must hold". */
  String expects();

  /** Whether anything there is called as in this layout, be it whole or not. */
  boolean recognises(Path root) throws IOException;

  /**
   * The scenes, whole and faulty.
   *
   * @throws IOException if the root cannot be read, or no scene could be told apart
   */
  Findings find(Path root) throws IOException;
}
