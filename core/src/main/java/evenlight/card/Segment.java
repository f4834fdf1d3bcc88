package evenlight.card;

import java.util.List;

/**
 * Shots of a reel that may be a set.
 *
 * @param from the first one's place
 * @param to the place behind the last one
 * @param stops their exposures
 */
record Segment(int from, int to, Stops stops) {
  int size() {
    return to - from;
  }

  boolean isSet() {
    return size() > 1;
  }

  List<Double> relative() {
    return stops.relative();
  }

  /** Of the shots before one, the place of that whose exposure is nearest. */
  int nearestBefore(int place) {
    return from + stops.nearestBefore(place - from);
  }
}
