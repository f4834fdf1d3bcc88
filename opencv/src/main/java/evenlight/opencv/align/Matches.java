package evenlight.opencv.align;

import evenlight.align.Transform;
import evenlight.filter.Strips;
import evenlight.opencv.align.PatchSearch.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of looking for places of the reference in a frame.
 *
 * @param compared how many places could be looked for: both pictures tell something there
 * @param found those that were found
 */
record Matches(int compared, List<Match> found) {
  private static final int PLACES_A_TASK = 8;

  /** Looks for places, each around where a map puts it. */
  static Matches of(
      LumaLevel reference,
      LumaLevel frame,
      List<Place> places,
      Transform toFrame,
      Reach reach,
      Strips strips) {
    @Nullable Match[] found = new Match[places.size()];
    boolean[] compared = new boolean[places.size()];
    Transform map = reference.toLevel(toFrame);
    strips.run(
        places.size(),
        PLACES_A_TASK,
        () -> {
          PatchSearch search = new PatchSearch(reference, frame, reach);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              Place place = places.get(i);
              int x = (int) Math.rint(reference.toLevel(place.x()));
              int y = (int) Math.rint(reference.toLevel(place.y()));
              compared[i] = search.cut(x, y, map);
              found[i] = compared[i] ? match(search, x, y, reference, map, place.cell()) : null;
            }
          };
        });
    int count = 0;
    for (boolean one : compared) {
      count += one ? 1 : 0;
    }
    return new Matches(count, Arrays.stream(found).filter(Objects::nonNull).toList());
  }

  private static @Nullable Match match(
      PatchSearch search, int x, int y, LumaLevel level, Transform map, int cell) {
    return search
        .find()
        .map(map::after)
        .map(
            there ->
                new Match(
                    level.toPicture(x),
                    level.toPicture(y),
                    level.toPicture(there.x(x, y)),
                    level.toPicture(there.y(x, y)),
                    cell))
        .orElse(null);
  }
}
