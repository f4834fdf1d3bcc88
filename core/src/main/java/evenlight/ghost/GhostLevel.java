package evenlight.ghost;

/**
 * How readily a difference between two exposures is taken for motion.
 *
 * <p>An area is taken if it holds enough places that certainly differ: in two of three channels by
 * more than {@code certain + 1.5 q}, where q is what 90 % of the pixels of that brightness keep. It
 * grows over what possibly differs: in one channel by more than {@code possible + q}.
 */
public enum GhostLevel {
  /** Only certain motion of some size: a static scene stays as it is. */
  LOW(0.05, 0.03, 2e-4),
  /** Fainter and smaller motion, too; in wind or on water this can be a lot. */
  HIGH(0.03, 0.02, 3e-5);

  private final double certain;
  private final double possible;
  private final double leastShare;

  GhostLevel(double certain, double possible, double leastShare) {
    this.certain = certain;
    this.possible = possible;
    this.leastShare = leastShare;
  }

  /** The difference, in [0,1], beyond what is usual from which motion is certain. */
  double certain() {
    return certain;
  }

  /** The difference, in [0,1], beyond what is usual from which a place beside may have moved. */
  double possible() {
    return possible;
  }

  /** The least share of a picture that places of certain motion must cover in one piece. */
  double leastShare() {
    return leastShare;
  }
}
