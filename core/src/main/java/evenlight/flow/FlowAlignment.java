package evenlight.flow;

import evenlight.align.Misaligned;
import evenlight.align.Verdict;
import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Brings frames to lie over a reference by flow, each by itself, as {@link MutualFlow} says; the
 * reference stays as it is, and all that it shows is kept.
 *
 * <p>A frame whose flow is believed in less than {@value #LEAST_AGREEMENT} of the reference is
 * refused. Frames are warped one after the other. Memory: about 40 bytes a pixel beside the
 * exposures, and what the estimator needs for a picture of 1024 pixels on the long side.
 */
public final class FlowAlignment {
  /** The least share of the reference whose flow must be believed. */
  static final double LEAST_AGREEMENT = 0.3;

  private final FlowEstimator estimator;
  private final Strips strips;

  /**
   * An alignment.
   *
   * @param threads how many may share the work that is not the estimator's; 0 means one per core
   */
  public FlowAlignment(FlowEstimator estimator, int threads) {
    this.estimator = estimator;
    this.strips = new Strips(threads);
  }

  /**
   * What came of it.
   *
   * @param bracket the frames as they lie over the reference
   * @param frames what was found about each, also about those that were left out; darkest first
   */
  public record Aligned(Bracket bracket, List<FrameFlow> frames) {
    /** Copies the list. */
    public Aligned {
      frames = List.copyOf(frames);
    }
  }

  /**
   * Aligns a bracket.
   *
   * @param reference place of the reference in the bracket, 0 for the darkest
   * @param misaligned what becomes of frames whose flow is not trusted
   * @throws IllegalArgumentException if a frame is not trusted and that is to fail, or fewer than
   *     two frames are left; the message says why
   */
  public Aligned align(Bracket bracket, int reference, Misaligned misaligned) {
    Image middle = bracket.exposures().get(reference).image();
    List<FrameFlow> frames = new ArrayList<>();
    List<Exposure> exposures = new ArrayList<>();
    for (int i = 0; i < bracket.size(); i++) {
      Exposure exposure = bracket.exposures().get(i);
      if (i == reference) {
        frames.add(FrameFlow.reference(exposure.name()));
        exposures.add(exposure);
        continue;
      }
      MutualFlow flow = MutualFlow.between(middle, exposure.image(), estimator, strips);
      FrameFlow frame = judged(exposure.name(), flow);
      frames.add(frame);
      if (frame.verdict().isTrusted()) {
        int depth = exposure.photo().bitDepth();
        exposures.add(exposure.withImage(flow.warp(middle, exposure.image(), depth, strips)));
      } else if (misaligned == Misaligned.KEEP) {
        exposures.add(exposure);
      } else if (misaligned == Misaligned.FAIL) {
        throw refusal("every frame must lie over the reference, but %s does not: %s", frame);
      }
    }
    if (exposures.size() < 2) {
      throw refusal(
          "at least 2 frames must lie over one another, but %s does not lie over the reference: %s",
          frames.get(reference == 0 ? 1 : 0));
    }
    return new Aligned(Bracket.of(exposures), frames);
  }

  private static FrameFlow judged(String name, MutualFlow flow) {
    boolean trusted = flow.agreement() >= LEAST_AGREEMENT;
    String remark =
        trusted
            ? ""
            : String.format(
                Locale.ROOT,
                "the flow to it leads back to its start in %.0f %% of the reference only, and must"
                    + " in %.0f %%",
                100 * flow.agreement(),
                100 * LEAST_AGREEMENT);
    return new FrameFlow(
        name,
        trusted ? Verdict.ALIGNED : Verdict.REFUSED,
        flow.largestMotion(),
        flow.agreement(),
        flow.residual(),
        remark);
  }

  private static IllegalArgumentException refusal(String sentence, FrameFlow frame) {
    return new IllegalArgumentException(sentence.formatted(frame.name(), frame.remark()));
  }
}
