package evenlight.opencv.align;

import evenlight.align.FrameMotion;
import evenlight.align.MotionModel;
import evenlight.align.Verdict;

/**
 * A frame's way to the reference: straight, or by way of its neighbour.
 *
 * @param reference the reference
 * @param nearer the neighbour that is one exposure nearer to it
 * @param ofNearer what was found about that
 * @param pairs finds where a frame lies over another
 */
record Link(LumaPyramid reference, LumaPyramid nearer, FrameMotion ofNearer, PairAligner pairs) {

  /** What is found about a frame. */
  FrameMotion align(String name, LumaPyramid frame) {
    if (!PairAligner.hasFeatures(frame)) {
      return FrameMotion.featureless(name);
    }
    FrameMotion straight = pairs.align(name, reference, frame);
    if (straight.verdict().isTrusted() || ofNearer.verdict() != Verdict.ALIGNED) {
      return straight;
    }
    FrameMotion link = pairs.align(name, nearer, frame);
    return link.verdict() == Verdict.ALIGNED ? byWayOfNearer(link) : straight;
  }

  private FrameMotion byWayOfNearer(FrameMotion link) {
    MotionModel larger =
        link.model().compareTo(ofNearer.model()) > 0 ? link.model() : ofNearer.model();
    return new FrameMotion(
        link.name(),
        Verdict.ALIGNED,
        larger,
        ofNearer.toReference().after(link.toReference()),
        link.residual(),
        "by way of " + ofNearer.name());
  }
}
