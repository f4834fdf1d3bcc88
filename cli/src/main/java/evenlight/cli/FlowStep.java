package evenlight.cli;

import evenlight.align.Misaligned;
import evenlight.align.Verdict;
import evenlight.bracket.Bracket;
import evenlight.bracket.BracketSize;
import evenlight.flow.FlowAlignment;
import evenlight.flow.FlowAlignment.Aligned;
import evenlight.flow.FlowEstimator;
import evenlight.flow.FrameFlow;
import evenlight.fusion.Workspace;
import evenlight.ghost.Fraction;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Alignment by flow, as commands do it.
 *
 * @param estimator finds the flow
 * @param threads how many share the rest of the work
 * @param reference which photograph stays as it is
 * @param images as they were given
 * @param misaligned what becomes of photographs whose flow is not trusted
 */
record FlowStep(
    FlowEstimator estimator,
    int threads,
    ReferenceOptions reference,
    List<Path> images,
    Misaligned misaligned)
    implements BracketStep {
  private static final long WARP_BYTES = 40;

  /** For each pixel of the size at which flow is looked for; of the large network. */
  private static final int NETWORK_BYTES = 2_000;

  private static final long LIBTORCH = 300_000_000;

  @Override
  public Bracket apply(Bracket bracket, Consumer<String> notes) {
    return align(bracket, notes).bracket();
  }

  /** Aligns, and says of every photograph what came of it. */
  Aligned align(Bracket bracket, Consumer<String> notes) {
    Aligned aligned =
        new FlowAlignment(estimator, threads)
            .align(bracket, reference.indexIn(bracket, images), misaligned);
    for (FrameFlow frame : aligned.frames()) {
      if (frame.verdict() == Verdict.REFUSED) {
        String fate = misaligned == Misaligned.KEEP ? "kept as it is" : "left out";
        notes.accept("%s is %s: %s".formatted(frame.name(), fate, frame.remark()));
      } else if (frame.verdict() == Verdict.ALIGNED) {
        notes.accept(describe(frame));
      }
    }
    notes.accept("flow by " + estimator.description());
    return aligned;
  }

  /** Three planes of floats, the result before and after its replacements, masks. */
  @Override
  public Workspace workspace(BracketSize size) {
    Fraction reduced = Fraction.of(size.height(), size.width());
    long outside = (long) NETWORK_BYTES * reduced.height() * reduced.width();
    return new Workspace(WARP_BYTES * size.pixels(), outside, LIBTORCH);
  }

  private static String describe(FrameFlow frame) {
    return String.format(
        Locale.ROOT,
        "%s is aligned by a flow of up to %.1f pixels; in %.1f %% of the picture it leads back to"
            + " its start, but for %.2f pixels in the median and %.2f at 95 %%; elsewhere the"
            + " reference is shown",
        frame.name(),
        frame.motion(),
        100 * frame.agreement(),
        frame.residual().median(),
        frame.residual().p95());
  }
}
