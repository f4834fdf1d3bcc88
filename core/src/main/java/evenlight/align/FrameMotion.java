package evenlight.align;

/**
 * What was found about one frame.
 *
 * @param name of the frame
 * @param verdict whether the transform is trusted
 * @param model the family that the transform is of
 * @param toReference takes places of the frame to those of the reference
 * @param residual in pixels of the frame
 * @param remark how it came about, or why it is not trusted; may be empty
 */
public record FrameMotion(
    String name,
    Verdict verdict,
    MotionModel model,
    Transform toReference,
    Residual residual,
    String remark) {

  /** The frame that the others are aligned to. */
  public static FrameMotion reference(String name) {
    return still(name, Verdict.REFERENCE, "");
  }

  /** A frame that shows nothing that could be out of place. */
  public static FrameMotion featureless(String name) {
    return still(name, Verdict.ALIGNED, "");
  }

  /** A frame of which nothing can be told. */
  public static FrameMotion undecided(String name, String reason) {
    return still(name, Verdict.UNDECIDED, reason);
  }

  /** A frame that does not fit. */
  public static FrameMotion refused(String name, Residual residual, String reason) {
    return new FrameMotion(
        name, Verdict.REFUSED, MotionModel.TRANSLATION, Transform.IDENTITY, residual, reason);
  }

  private static FrameMotion still(String name, Verdict verdict, String remark) {
    return new FrameMotion(
        name, verdict, MotionModel.TRANSLATION, Transform.IDENTITY, Residual.NONE, remark);
  }

  /** Whether it lies where the reference does, to the last bit. */
  public boolean isUnmoved() {
    return toReference.equals(Transform.IDENTITY);
  }

  /** As one of a bracket in which nothing moves; a frame that was refused stays refused. */
  FrameMotion asStill() {
    return switch (verdict) {
      case REFERENCE, REFUSED -> this;
      case ALIGNED, UNDECIDED ->
          new FrameMotion(
              name,
              Verdict.ALIGNED,
              MotionModel.TRANSLATION,
              Transform.IDENTITY,
              residual,
              verdict == Verdict.ALIGNED ? "" : remark);
    };
  }
}
