package evenlight.ghost;

import evenlight.bracket.Bracket;
import evenlight.filter.Strips;

/**
 * Lets all exposures of a bracket show what the reference shows, so that whatever fuses them sees
 * nothing move.
 *
 * <p>From the reference outwards, to the dark and to the bright, every exposure is compared with
 * its neighbour on the reference's side, which then shows the reference's content already:
 *
 * <ol>
 *   <li>Curves bring the neighbour to the exposure's brightness ({@link ExposureTransfer}). Where
 *       the neighbour is clipped, or too dark, the next exposure on the other side stands in if it
 *       agrees with what the neighbour says there ({@link Agreement}); else the place stays.
 *   <li>Where the exposure differs from that by more than is usual for the picture, something moved
 *       ({@link Disagreement}, {@link Motion}).
 *   <li>There it takes what was foretold, with soft edges ({@link Replacement}).
 * </ol>
 *
 * <p>The chain and the tests are ours. That exposures are compared after their histograms are
 * matched, and that ghosts are replaced before fusing, is as in Ma et al., "Robust multi-exposure
 * image fusion: a structural patch decomposition approach" (TIP 2017); its own test, over windows
 * of 21×21, is part of the method {@code mespd}.
 *
 * <p>Exposures are compared at a size of at most 1024 on the long side. Cost: O(K·H·W). Memory: a
 * copy of every exposure in which something moved, at the depth of its file, and about 150 bytes
 * for each pixel of the reduced size. The result does not depend on the number of threads.
 */
public final class Deghosting {
  private final GhostLevel level;
  private final Strips strips;

  /**
   * A step for brackets.
   *
   * @param threads how many; 0 means one per core
   */
  public Deghosting(GhostLevel level, int threads) {
    this.level = level;
    this.strips = new Strips(threads);
  }

  /**
   * Replaces what moved.
   *
   * @param reference which exposure shows what is wanted, counted from 0, the darkest
   * @throws IllegalArgumentException if the bracket has no such exposure
   */
  public Deghosted apply(Bracket bracket, int reference) {
    if (reference < 0 || reference >= bracket.size()) {
      throw new IllegalArgumentException(
          "the reference must be one of the exposures 0 to %d, but is %d"
              .formatted(bracket.size() - 1, reference));
    }
    Chain chain = new Chain(bracket, level, strips);
    chain.follow(reference, -1);
    chain.follow(reference, 1);
    return chain.result(bracket.exposures().get(reference));
  }
}
