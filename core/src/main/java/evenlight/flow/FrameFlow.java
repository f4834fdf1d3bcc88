package evenlight.flow;

import evenlight.align.Residual;
import evenlight.align.Verdict;

/**
 * What flow found about one frame.
 *
 * @param name of the frame
 * @param verdict whether the flow is trusted
 * @param motion the longest step that is believed, in pixels
 * @param agreement the share of the reference whose flow leads there and back
 * @param residual how far from its start that way ends, in pixels
 * @param remark why it is not trusted; may be empty
 */
public record FrameFlow(
    String name,
    Verdict verdict,
    double motion,
    double agreement,
    Residual residual,
    String remark) {

  /** The frame that the others are aligned to. */
  static FrameFlow reference(String name) {
    return new FrameFlow(name, Verdict.REFERENCE, 0, 1, Residual.NONE, "");
  }
}
