package evenlight.card;

import java.io.IOException;

/** Where the pictures are seen when what is told of them leaves doubts. */
public interface Looks {
  /**
   * A look at a picture.
   *
   * @throws IOException if it cannot be decoded
   */
  Look at(Shot shot) throws IOException;
}
