package evenlight.card;

import java.util.List;

/**
 * Shots that are the exposures of one bracket.
 *
 * @param name unlike that of any other set; can be a file name
 * @param shots in the order in which they were taken
 * @param stops how much light each took, relative to the first
 * @param confidence from 0 to 1: how sure it is that these shots and no others belong together
 * @param reasons what the confidence is less than 1 for, and what else decided
 */
public record FoundSet(
    String name, List<Shot> shots, List<Double> stops, double confidence, List<String> reasons) {
  /** Checks the numbers. */
  public FoundSet {
    shots = List.copyOf(shots);
    stops = List.copyOf(stops);
    reasons = List.copyOf(reasons);
    if (shots.size() < 2 || stops.size() != shots.size()) {
      throw new IllegalArgumentException(
          "a set must have 2 shots or more and as many exposures, but %s has %d and %d"
              .formatted(name, shots.size(), stops.size()));
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(
          "a confidence must be in [0,1], but that of %s is %s".formatted(name, confidence));
    }
  }

  FoundSet named(String other) {
    return new FoundSet(other, shots, stops, confidence, reasons);
  }
}
