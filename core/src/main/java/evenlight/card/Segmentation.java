package evenlight.card;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Cuts shots that hang together into sets by their exposures.
 *
 * <p>Of all ways to cut, the one with the highest sum is taken, by dynamic programming. A set
 * counts one for each shot beyond its first, one more if the camera took the same sequence
 * elsewhere, and loses for every exposure that repeats an earlier one, the more the more there are:
 * a bracket taken twice is two sets, one equal exposure may be a shutter at its limit. A cut costs
 * one, so that a pause that is not there weighs as much as a shot. Of equal sums the one with fewer
 * cuts is taken.
 */
final class Segmentation {
  private static final double CUT = 1;
  private static final double SEEN_ELSEWHERE = 1;
  private static final double REPEAT = 1.5;
  private static final double FURTHER_REPEAT = 0.5;

  private final Stops stops;
  private final Patterns patterns;

  private Segmentation(Stops stops, Patterns patterns) {
    this.stops = stops;
    this.patterns = patterns;
  }

  /** Where the parts end, the last one at the end of the shots. */
  static List<Integer> ends(Stops stops, Patterns patterns) {
    return new Segmentation(stops, patterns).best();
  }

  private List<Integer> best() {
    int size = stops.values().size();
    double[] sums = new double[size + 1];
    int[] starts = new int[size + 1];
    for (int to = 1; to <= size; to++) {
      sums[to] = Double.NEGATIVE_INFINITY;
      for (int from = Math.max(0, to - Grouping.MOST_SHOTS); from < to; from++) {
        double sum = sums[from] + worth(from, to) - (from == 0 ? 0 : CUT);
        if (sum > sums[to]) {
          sums[to] = sum;
          starts[to] = from;
        }
      }
    }
    List<Integer> ends = new ArrayList<>();
    for (int to = size; to > 0; to = starts[to]) {
      ends.add(to);
    }
    Collections.reverse(ends);
    return ends;
  }

  private double worth(int from, int to) {
    if (to - from == 1) {
      return 0;
    }
    Stops part = stops.part(from, to);
    if (!part.differ()) {
      return Double.NEGATIVE_INFINITY;
    }
    double shots = to - from - 1;
    if (patterns.hasSeen(part.values())) {
      return shots + SEEN_ELSEWHERE;
    }
    int repeats = part.repeats();
    return shots - REPEAT * repeats - FURTHER_REPEAT * repeats * (repeats - 1);
  }
}
