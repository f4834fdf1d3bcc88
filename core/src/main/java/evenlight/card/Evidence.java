package evenlight.card;

import evenlight.card.Bonds.Bond;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How sure it is that a segment is a bracket: the product of a factor for everything that is
 * missing or speaks against it.
 */
final class Evidence {
  private static final double CLEARLY_ALIKE = 0.7;
  private static final double LEAST_OF_ALIKE = 0.6;

  /** Pictures whose tags differ by more and whose light by less were metered in changing light. */
  private static final double TOLD = 1;

  private static final double SEEN = 0.15;

  private final ReelSearch search;
  private final Segment segment;
  private final Patterns patterns;
  private final Sight sight;
  private final List<String> reasons = new ArrayList<>();
  private double confidence = 1;

  private Evidence(ReelSearch search, Segment segment, Patterns patterns, Sight sight) {
    this.search = search;
    this.segment = segment;
    this.patterns = patterns;
    this.sight = sight;
  }

  /** Weighs a set that the rule found. */
  static FoundSet of(
      ReelSearch search, Segment segment, Patterns patterns, Sight sight, Grouping.Rule rule) {
    Evidence evidence = new Evidence(search, segment, patterns, sight);
    evidence.weighTime();
    evidence.weighNames();
    evidence.weighExposures(rule);
    if (rule == Grouping.Rule.AUTO && !search.isSure(segment, patterns)) {
      evidence.weighLooks();
    }
    List<Shot> shots = search.reel().shots(segment.from(), segment.to());
    return new FoundSet(
        shots.get(0).stem(), shots, segment.relative(), evidence.rounded(), evidence.reasons);
  }

  private double rounded() {
    return Math.round(confidence * 100) / 100.0;
  }

  private void weigh(double factor, String reason) {
    confidence *= factor;
    reasons.add(reason);
  }

  private void weighTime() {
    if (!search.reel().isTimed()) {
      weigh(0.85, "no usable capture times");
      return;
    }
    for (int i = segment.from() + 1; i < segment.to(); i++) {
      if (search.bonds().before(i) == Bond.ALIKE) {
        weigh(0.85, "a longer pause in between");
        return;
      }
    }
  }

  private void weighNames() {
    for (int i = segment.from() + 1; i < segment.to(); i++) {
      if (search.reel().isNumbered() && search.reel().stepBefore(i).orElse(1) != 1) {
        weigh(0.9, "a number is missing in between");
        return;
      }
    }
  }

  private void weighExposures(Grouping.Rule rule) {
    Stops stops = segment.stops();
    boolean told =
        search.reel().shots(segment.from(), segment.to()).stream()
            .allMatch(shot -> shot.ev().isPresent());
    if (!told && (rule == Grouping.Rule.TIME || rule == Grouping.Rule.COUNT)) {
      weigh(0.85, "exposures are not known");
      return;
    }
    if (stops.measured()) {
      weigh(
          told ? 0.7 : 0.85,
          told
              ? "exposures are equal by EXIF, but not in the pictures"
              : "exposures are not in EXIF, but measured in the pictures");
    }
    boolean seen = patterns.hasSeen(stops.values());
    if (seen) {
      reasons.add(
          "the camera took the same exposures %d times".formatted(patterns.count(stops.values())));
    }
    if (!stops.differ()) {
      weigh(0.3, "exposures hardly differ");
    } else if (!seen && stops.repeats() > 0) {
      weigh(0.85, "an exposure is there twice");
    } else if (!seen && !stops.measured()) {
      weigh(0.95, "the only set with these exposures");
    }
  }

  private void weighLooks() {
    double least = 1;
    boolean blank = false;
    for (int i = segment.from() + 1; i < segment.to(); i++) {
      Shot nearest = search.reel().shot(segment.nearestBefore(i));
      OptionalDouble likeness = sight.likeness(nearest, search.reel().shot(i));
      blank |= likeness.isEmpty();
      least = Math.min(least, likeness.orElse(1));
    }
    if (blank) {
      weigh(0.8, "a picture is all but black or white");
    }
    if (least < CLEARLY_ALIKE) {
      double share = Math.max(least - Sight.ALIKE, 0) / (CLEARLY_ALIKE - Sight.ALIKE);
      weigh(
          LEAST_OF_ALIKE + (1 - LEAST_OF_ALIKE) * share,
          "pictures are alike by %.2f only".formatted(least));
    } else {
      reasons.add("pictures are alike");
    }
    if (!segment.stops().measured() && segment.stops().span() >= TOLD && lightSpan() < SEEN) {
      weigh(0.4, "pictures are equally bright although their exposures differ");
    }
  }

  private double lightSpan() {
    List<Double> light = new ArrayList<>();
    for (Shot shot : search.reel().shots(segment.from(), segment.to())) {
      sight.at(shot).map(Look::stops).ifPresent(light::add);
    }
    return new Stops(light, true).span();
  }
}
