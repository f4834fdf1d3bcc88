package evenlight.evaluation;

import java.util.Locale;

/** Which exposures of a scene are fused and scored against. */
public enum Frames {
  /** The pair that the dataset names, else the extreme pair of the bracket. */
  PAIR,
  /** Every frame. */
  ALL;

  /** As the command line writes it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
