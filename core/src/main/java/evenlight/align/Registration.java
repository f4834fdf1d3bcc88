package evenlight.align;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a bracket once it is known where its frames lie.
 *
 * <p>Frames are warped one after the other. The reference, and whatever lies as it does, is cut out
 * and never interpolated.
 *
 * @param misaligned what becomes of frames whose place is not known
 * @param crop whether the area that all frames cover is cut out; otherwise all that the reference
 *     shows is kept, and where a frame ends, its border is repeated
 */
public record Registration(Misaligned misaligned, boolean crop) {
  /**
   * The frames as they lie over the reference.
   *
   * @throws IllegalArgumentException if a frame's place is not known and that is to fail, fewer
   *     than two frames are left, or they have no area in common; the message says why
   */
  public Bracket apply(Aligner aligner, Bracket bracket, Alignment alignment) {
    alignment.requireFits(bracket);
    if (alignment.isStill()) {
      return bracket;
    }
    List<Integer> kept = kept(alignment);
    Area area = area(alignment, kept);
    List<Exposure> exposures = new ArrayList<>();
    for (int place : kept) {
      Exposure exposure = bracket.exposures().get(place);
      boolean untouched =
          alignment.frames().get(place).isUnmoved()
              && area.isWhole(bracket.height(), bracket.width());
      exposures.add(
          untouched ? exposure : exposure.withImage(aligner.warp(bracket, alignment, place, area)));
    }
    return Bracket.of(exposures);
  }

  /**
   * The area of the reference that the result shows.
   *
   * @throws IllegalArgumentException as {@link #apply} does
   */
  public Area area(Alignment alignment) {
    return area(alignment, kept(alignment));
  }

  private Area area(Alignment alignment, List<Integer> kept) {
    return crop
        ? CommonArea.of(
            alignment.height(),
            alignment.width(),
            kept.stream().map(place -> alignment.frames().get(place).toReference()).toList())
        : Area.whole(alignment.height(), alignment.width());
  }

  private List<Integer> kept(Alignment alignment) {
    List<Integer> kept = new ArrayList<>();
    for (int place = 0; place < alignment.frames().size(); place++) {
      FrameMotion frame = alignment.frames().get(place);
      if (frame.verdict().isTrusted() || misaligned == Misaligned.KEEP) {
        kept.add(place);
      } else if (misaligned == Misaligned.FAIL) {
        throw new IllegalArgumentException(
            "every frame must lie over the reference, but %s does not: %s"
                .formatted(frame.name(), frame.remark()));
      }
    }
    if (kept.size() < 2) {
      FrameMotion first = alignment.untrusted().get(0);
      throw new IllegalArgumentException(
          "at least 2 frames must lie over one another, but %s does not lie over the reference: %s"
              .formatted(first.name(), first.remark()));
    }
    return kept;
  }
}
