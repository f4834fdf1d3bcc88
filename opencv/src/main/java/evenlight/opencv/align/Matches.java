package evenlight.opencv.align;

import evenlight.align.Transform;
import evenlight.filter.Strips;
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

  /**
   * How patches are compared.
   *
   * @param radius a patch has 2 radius + 1 samples a side
   * @param search how far it is looked for, in samples
   * @param likeness the least correlation that counts
   */
  record Search(int radius, int search, double likeness) {}

  /** Looks for places, each around where a map puts it. */
  static Matches of(
      LumaLevel reference,
      LumaLevel frame,
      List<Place> places,
      Transform toFrame,
      Search search,
      Strips strips) {
    @Nullable Match[] found = new Match[places.size()];
    boolean[] compared = new boolean[places.size()];
    Transform map = reference.toLevel(toFrame);
    strips.run(
        places.size(),
        PLACES_A_TASK,
        () -> {
          Finder finder = new Finder(reference, frame, map, search);
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              compared[i] = finder.cut(places.get(i));
              found[i] = compared[i] ? finder.find(places.get(i)) : null;
            }
          };
        });
    int count = 0;
    for (boolean one : compared) {
      count += one ? 1 : 0;
    }
    return new Matches(count, Arrays.stream(found).filter(Objects::nonNull).toList());
  }

  private static final class Finder {
    private final LumaLevel reference;
    private final LumaLevel frame;
    private final Transform map;
    private final Search search;
    private final Correlation correlation;

    Finder(LumaLevel reference, LumaLevel frame, Transform map, Search search) {
      this.reference = reference;
      this.frame = frame;
      this.map = map;
      this.search = search;
      correlation = new Correlation(search.radius(), search.search());
    }

    /** Cuts out patch and window; whether they can be compared. */
    boolean cut(Place place) {
      int x = (int) Math.rint(reference.toLevel(place.x()));
      int y = (int) Math.rint(reference.toLevel(place.y()));
      int radius = search.radius();
      if (y < radius
          || x < radius
          || y >= reference.height() - radius
          || x >= reference.width() - radius) {
        return false;
      }
      float[] patch = correlation.patch();
      for (int dy = -radius, i = 0; dy <= radius; dy++) {
        for (int dx = -radius; dx <= radius; dx++, i++) {
          float sample = reference.at(y + dy, x + dx);
          patch[i] = LumaLevel.tells(sample) ? sample : Float.NaN;
        }
      }
      cutWindow(y, x, radius + search.search());
      return correlation.isComparable();
    }

    private void cutWindow(int y, int x, int reach) {
      float[] window = correlation.window();
      for (int dy = -reach, i = 0; dy <= reach; dy++) {
        for (int dx = -reach; dx <= reach; dx++, i++) {
          float sample = frame.sample(map.y(x + dx, y + dy), map.x(x + dx, y + dy));
          window[i] = LumaLevel.tells(sample) ? sample : Float.NaN;
        }
      }
    }

    @Nullable Match find(Place place) {
      if (!correlation.find() || correlation.best() < search.likeness()) {
        return null;
      }
      int x = (int) Math.rint(reference.toLevel(place.x()));
      int y = (int) Math.rint(reference.toLevel(place.y()));
      double foundX = x + correlation.bestX();
      double foundY = y + correlation.bestY();
      return new Match(
          reference.toPicture(x),
          reference.toPicture(y),
          frame.toPicture(map.x(foundX, foundY)),
          frame.toPicture(map.y(foundX, foundY)),
          place.cell());
    }
  }
}
