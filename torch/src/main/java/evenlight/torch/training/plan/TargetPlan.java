package evenlight.torch.training.plan;

/**
 * The brightness that a fusion should have in the large.
 *
 * @param mertensShare how much of it is the luminance of the whole bracket fused by Mertens et al.,
 *     0 to 1; the rest is the mean of all frames
 * @param contrast factor on the distance to the picture's own mean, 0 to 4
 * @param limit what becomes of values outside [0,1] after that
 */
public record TargetPlan(double mertensShare, double contrast, Limit limit) {
  private static final double MOST_CONTRAST = 4;

  /** How values are brought back into [0,1]. */
  public enum Limit {
    /** Cut off: asks for white and black. */
    CLAMP,
    /** 0.5 + 0.42 tanh((y - 0.5) / 0.42), which asks for neither: 0.08 to 0.92. */
    BEND,
    /** Bent above 0.5, cut off at black: asks for black and never for white. */
    SHOULDER,
    /** Bent above 0.5; shadows stay above two fifths of what they were before. */
    SHOULDER_AND_TOE
  }

  /** Checks the ranges. */
  public TargetPlan {
    Allowed.requireWithin("target.mertensShare", mertensShare, 0, 1);
    Allowed.requireWithin("target.contrast", contrast, 0, MOST_CONTRAST);
  }
}
