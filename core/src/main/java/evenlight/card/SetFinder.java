package evenlight.card;

import evenlight.card.FoundCard.Single;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the brackets among the photographs of a card.
 *
 * <p>In this order: shots of different folders, cameras, kinds of file, sizes or orientations are
 * never one set. Pauses, less the time of the exposures, tell which shots belong together, and the
 * pictures do where time leaves it open or is not known. What hangs together is cut where exposures
 * repeat, with the sequences in mind that the camera took elsewhere on the card. Sets that are not
 * yet sure are kept if their pictures show one view. The numbers behind "alike" are those of real
 * brackets, see {@link Look}.
 */
public final class SetFinder {
  private final Grouping grouping;
  private final Looks looks;

  /**
   * A finder.
   *
   * @param looks asked only where the rules need a picture
   */
  public SetFinder(Grouping grouping, Looks looks) {
    this.grouping = grouping;
    this.looks = looks;
  }

  /** Finds the sets among shots in any order. */
  public FoundCard find(List<Shot> shots) {
    Sight sight = new Sight(looks);
    List<ReelSearch> searches =
        Reel.of(shots).stream().map(reel -> new ReelSearch(reel, grouping, sight)).toList();
    Map<String, Patterns> patterns = patterns(searches);
    List<FoundSet> sets = new ArrayList<>();
    List<Single> singles = new ArrayList<>();
    for (ReelSearch search : searches) {
      Patterns ofCamera = patterns.getOrDefault(search.reel().camera(), new Patterns());
      for (Segment segment : search.split(ofCamera, true)) {
        if (segment.isSet()) {
          sets.add(Evidence.of(search, segment, ofCamera, sight, grouping.rule()));
        } else {
          singles.add(single(search, segment.from(), sight));
        }
      }
    }
    return new FoundCard(SetNames.unlike(sets), singles);
  }

  /** What every camera took, by a first try that knows nothing. */
  private static Map<String, Patterns> patterns(List<ReelSearch> searches) {
    Map<String, Patterns> patterns = new HashMap<>();
    for (ReelSearch search : searches) {
      Patterns ofCamera =
          patterns.computeIfAbsent(search.reel().camera(), camera -> new Patterns());
      search.split(new Patterns(), false).stream()
          .filter(segment -> segment.isSet() && !segment.stops().measured())
          .forEach(segment -> ofCamera.add(segment.stops().values()));
    }
    return patterns;
  }

  private static Single single(ReelSearch search, int place, Sight sight) {
    Shot shot = search.reel().shot(place);
    boolean alone =
        search.bonds().endOfChain(place) == place + 1
            && search.bonds().before(place) == Bonds.Bond.APART;
    return new Single(
        shot,
        sight
            .fault(shot)
            .orElse(
                alone
                    ? search.bonds().cause(place)
                    : "it makes no bracket with the shots next to it"));
  }
}
