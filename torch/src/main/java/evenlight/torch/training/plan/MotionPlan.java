package evenlight.torch.training.plan;

import java.util.List;

/**
 * How pictures are moved, and how differently they are exposed, to train what finds motion.
 *
 * @param farthest the most that a pixel moves in a direction, in pixels, 1 to 64
 * @param gaps between the exposures of a pair, in EV, 0 to 8; one is drawn for each pair
 */
public record MotionPlan(double farthest, List<Double> gaps) {
  private static final double MOST = 64;
  private static final double MOST_EV = 8;

  /** Checks the ranges and copies the list. */
  public MotionPlan {
    gaps = List.copyOf(gaps);
    Allowed.requireWithin("motion.farthest", farthest, 1, MOST);
    Allowed.require(!gaps.isEmpty(), "motion.gaps", "one number or more", gaps);
    for (double gap : gaps) {
      Allowed.requireWithin("motion.gaps", gap, 0, MOST_EV);
    }
  }
}
