package evenlight.card;

import java.util.List;

/**
 * What the photographs of a card are.
 *
 * @param sets brackets, folder by folder and camera by camera in the order of the first shots
 * @param singles all other shots
 */
public record FoundCard(List<FoundSet> sets, List<Single> singles) {
  /** Copies the lists. */
  public FoundCard {
    sets = List.copyOf(sets);
    singles = List.copyOf(singles);
  }

  /**
   * A shot that belongs to no set.
   *
   * @param shot the photograph
   * @param reason why not
   */
  public record Single(Shot shot, String reason) {}
}
