package evenlight.align;

import evenlight.bracket.Bracket;
import java.util.List;

/**
 * What was found about the frames of a bracket.
 *
 * @param height rows of every frame
 * @param width columns of every frame
 * @param frames darkest first; one is the reference
 */
public record Alignment(int height, int width, List<FrameMotion> frames) {
  /** Checks that there is one reference. */
  public Alignment {
    frames = List.copyOf(frames);
    long references = frames.stream().filter(frame -> frame.verdict() == Verdict.REFERENCE).count();
    if (references != 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an alignment must have a size and 1 reference, but is of %d×%d and has %d"
              .formatted(height, width, references));
    }
  }

  /** The place of the reference among the frames. */
  public int reference() {
    int place = 0;
    while (frames.get(place).verdict() != Verdict.REFERENCE) {
      place++;
    }
    return place;
  }

  /** How far the corner that moves most moves, in pixels, of the frames that are trusted. */
  public double largestMotion() {
    return frames.stream()
        .filter(frame -> frame.verdict().isTrusted())
        .mapToDouble(frame -> frame.toReference().largestMotion(height, width))
        .max()
        .orElseThrow();
  }

  /**
   * The same, but as it is if no frame moves more than this: every trusted frame then lies where it
   * is to the last bit, and frames that cannot be decided on are taken for unmoved, too.
   *
   * @param pixels how far the corner of a frame that moves most may move
   */
  public Alignment stillWithin(double pixels) {
    return largestMotion() > pixels
        ? this
        : new Alignment(height, width, frames.stream().map(FrameMotion::asStill).toList());
  }

  /** Whether every frame is trusted and lies where it is, to the last bit. */
  public boolean isStill() {
    return untrusted().isEmpty() && frames.stream().allMatch(FrameMotion::isUnmoved);
  }

  /** The frames whose place is not known. */
  public List<FrameMotion> untrusted() {
    return frames.stream().filter(frame -> !frame.verdict().isTrusted()).toList();
  }

  /**
   * Checks that it belongs to a bracket.
   *
   * @throws IllegalArgumentException if that has another size or number of frames
   */
  public void requireFits(Bracket bracket) {
    if (bracket.size() != frames.size() || bracket.height() != height || bracket.width() != width) {
      throw new IllegalArgumentException(
          "the transforms must be of %d frames of %d×%d, but are of %d frames of %d×%d"
              .formatted(
                  bracket.size(), bracket.height(), bracket.width(), frames.size(), height, width));
    }
  }
}
