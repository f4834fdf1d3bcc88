package evenlight.align;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
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
    List<Integer> kept = kept(alignment);
    Area area = area(alignment, kept);
    List<Exposure> exposures = new ArrayList<>();
    for (int place : kept) {
      Exposure exposure = bracket.exposures().get(place);
      boolean untouched =
          alignment.frames().get(place).isUnmoved()
              && area.isWhole(bracket.height(), bracket.width());
      exposures.add(
          untouched ? exposure : moved(aligner.warp(bracket, alignment, place, area), exposure));
    }
    return Bracket.of(exposures);
  }

  private static Exposure moved(Image image, Exposure exposure) {
    return exposure.withImage(image);
  }

  /** The area of the reference that the frames which are kept are to show. */
  Area area(Alignment alignment, List<Integer> kept) {
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
      throw new IllegalArgumentException(
          "at least 2 frames must lie over one another, but found "
              + kept.size()
              + "; "
              + alignment.untrusted().get(0).name()
              + ": "
              + alignment.untrusted().get(0).remark());
    }
    return kept;
  }
}
