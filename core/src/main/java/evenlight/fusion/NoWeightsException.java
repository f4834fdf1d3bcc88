package evenlight.fusion;

import java.io.IOException;

/** A method has no weights of its own, and none were imported; the message says how to get them. */
public final class NoWeightsException extends IOException {
  private static final long serialVersionUID = 1;

  /** Says which method needs weights, where they were looked for, and which command gets them. */
  public NoWeightsException(String message) {
    super(message);
  }
}
