package evenlight.ghost;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import java.util.List;

/**
 * A bracket in which nothing moves any more.
 *
 * @param bracket the exposures, those without motion as they were
 * @param reference the exposure that shows what the others show now
 * @param replaced what was replaced in each of the others in which something was, darkest first
 * @param mask where any of them was replaced
 */
public record Deghosted(
    Bracket bracket, Exposure reference, List<Replaced> replaced, GhostMask mask) {
  /** Copies the list. */
  public Deghosted {
    replaced = List.copyOf(replaced);
  }

  /**
   * What was replaced in an exposure.
   *
   * @param name the exposure's
   * @param share of its pixels, above 0 to 1
   */
  public record Replaced(String name, double share) {}
}
