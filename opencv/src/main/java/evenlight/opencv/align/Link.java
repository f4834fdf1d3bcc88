package evenlight.opencv.align;

import evenlight.align.FrameMotion;
import evenlight.align.MotionModel;
import evenlight.align.Verdict;
import evenlight.filter.Strips;
import java.util.List;

/**
 * A frame's way to the reference: straight, or by way of its neighbour.
 *
 * @param reference the reference
 * @param nearer the neighbour that is one exposure nearer to it
 * @param ofNearer what was found about that
 * @param models the families that a transform may be of
 * @param strips shares the work
 */
record Link(
    LumaPyramid reference,
    LumaPyramid nearer,
    FrameMotion ofNearer,
    List<MotionModel> models,
    Strips strips) {

  /** What is found about a frame. */
  FrameMotion align(String name, LumaPyramid frame) {
    if (!PairAligner.hasFeatures(frame)) {
      return FrameMotion.featureless(name);
    }
    PairAligner aligner = new PairAligner(models, strips);
    FrameMotion straight = aligner.align(name, reference, frame);
    if (straight.verdict().isTrusted() || ofNearer.verdict() != Verdict.ALIGNED) {
      return straight;
    }
    FrameMotion link = aligner.align(name, nearer, frame);
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
