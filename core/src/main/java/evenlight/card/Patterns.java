package evenlight.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often a camera took which sequence of exposures, relative to the first one. */
final class Patterns {
  /**
   * Within so many stops two exposures are equal: less than the third of a stop that cameras step
   * by, more than what rounded shutter speeds are off.
   */
  static final double TOLERANCE = 0.2;

  /** From so many times on a sequence is what the camera was set to, */
  private static final int SEEN = 2;

  /** and from so many on there is no doubt of it, */
  private static final int SURE = 3;

  /**
   * if it came at least so often as a share of the most frequent one: brackets that follow each
   * other at once may make the same longer sequence twice.
   */
  private static final double SHARE = 0.1;

  private final Map<Integer, List<Pattern>> ofLength = new HashMap<>();
  private int mostFrequent;

  private static final class Pattern {
    private final List<Double> stops;
    private int count;

    Pattern(List<Double> stops) {
      this.stops = stops;
    }

    boolean fits(List<Double> other) {
      for (int i = 1; i < stops.size(); i++) {
        double step = stops.get(i) - stops.get(0);
        if (Math.abs(other.get(i) - other.get(0) - step) > TOLERANCE) {
          return false;
        }
      }
      return true;
    }
  }

  void add(List<Double> stops) {
    List<Pattern> patterns = ofLength.computeIfAbsent(stops.size(), any -> new ArrayList<>());
    for (Pattern pattern : patterns) {
      if (pattern.fits(stops)) {
        pattern.count++;
        mostFrequent = Math.max(mostFrequent, pattern.count);
        return;
      }
    }
    Pattern pattern = new Pattern(List.copyOf(stops));
    pattern.count = 1;
    mostFrequent = Math.max(mostFrequent, 1);
    patterns.add(pattern);
  }

  int count(List<Double> stops) {
    return ofLength.getOrDefault(stops.size(), List.of()).stream()
        .filter(pattern -> pattern.fits(stops))
        .mapToInt(pattern -> pattern.count)
        .findFirst()
        .orElse(0);
  }

  boolean hasSeen(List<Double> stops) {
    return count(stops) >= Math.max(SEEN, SHARE * mostFrequent);
  }

  boolean isSureOf(List<Double> stops) {
    return count(stops) >= Math.max(SURE, SHARE * mostFrequent);
  }
}
