package evenlight.card;

import evenlight.card.Bonds.Bond;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One reel on its way into sets. */
final class ReelSearch {
  /** With so many equal exposures in a row nobody bracketed. */
  private static final int LONGEST_LOOK = 16;

  /** Sequences that came often need no look if they are long and wide enough. */
  private static final int SURE_SHOTS = 3;

  private static final double SURE_STEP = 0.6;

  /** How many shots back a view may be found again: a dark frame shows little of it. */
  private static final int LOOK_BACK = 3;

  private final Reel reel;
  private final Grouping grouping;
  private final Sight sight;
  private final Bonds bonds;

  ReelSearch(Reel reel, Grouping grouping, Sight sight) {
    this.reel = reel;
    this.grouping = grouping;
    this.sight = sight;
    this.bonds = Bonds.of(reel, grouping);
    settleOpenBonds();
  }

  Reel reel() {
    return reel;
  }

  Bonds bonds() {
    return bonds;
  }

  private void settleOpenBonds() {
    int start = 0;
    for (int i = 1; i < reel.size(); i++) {
      if (bonds.before(i) == Bond.OPEN) {
        settle(i, Math.max(start, i - LOOK_BACK));
      }
      start = bonds.before(i) == Bond.APART ? i : start;
    }
  }

  private void settle(int i, int back) {
    double most = Double.NEGATIVE_INFINITY;
    for (int j = i - 1; j >= back && most < Sight.ALIKE; j--) {
      most = Math.max(most, sight.likeness(reel.shot(j), reel.shot(i)).orElse(most));
    }
    boolean seen = sight.fault(reel.shot(i)).isEmpty() && sight.fault(reel.shot(i - 1)).isEmpty();
    boolean nothingToSee = seen && most == Double.NEGATIVE_INFINITY;
    if (most >= Sight.ALIKE || (nothingToSee && reel.stepBefore(i).orElse(0) == 1)) {
      bonds.join(i);
    } else {
      partUnlike(i);
    }
  }

  private void partUnlike(int i) {
    Shot last = reel.shot(i - 1);
    Shot next = reel.shot(i);
    bonds.part(
        i,
        sight.fault(next).or(() -> sight.fault(last)).orElse("its neighbour shows another view"));
  }

  /**
   * Cuts the reel by exposures.
   *
   * @param patterns what the camera took elsewhere
   * @param look whether pictures are asked about what leaves doubts
   */
  List<Segment> split(Patterns patterns, boolean look) {
    List<Segment> done = new ArrayList<>();
    int from = 0;
    while (from < reel.size()) {
      int to = bonds.endOfChain(from);
      Optional<Stops> stops = stops(from, to);
      if (stops.isEmpty()) {
        continue; // what could not be seen stands apart now
      }
      List<Segment> segments = segments(from, stops.get(), patterns);
      boolean looked = look && grouping.rule() == Grouping.Rule.AUTO;
      if (!looked || segments.stream().allMatch(segment -> holds(segment, patterns))) {
        done.addAll(segments);
        from = to;
      }
    }
    return done;
  }

  private List<Segment> segments(int from, Stops stops, Patterns patterns) {
    List<Segment> segments = new ArrayList<>();
    int start = 0;
    for (int end : ends(stops, patterns)) {
      segments.add(new Segment(from + start, from + end, stops.part(start, end)));
      start = end;
    }
    return segments;
  }

  private List<Integer> ends(Stops stops, Patterns patterns) {
    int size = stops.values().size();
    int most = grouping.rule() == Grouping.Rule.COUNT ? grouping.count() : Grouping.MOST_SHOTS;
    return switch (grouping.rule()) {
      case AUTO, EV -> Segmentation.ends(stops, patterns);
      case TIME, COUNT -> inParts(size, most);
    };
  }

  /** Parts of one size; of a count, what is left over are single shots. */
  private List<Integer> inParts(int size, int most) {
    List<Integer> ends = new ArrayList<>();
    for (int end = most; end <= size; end += most) {
      ends.add(end);
    }
    int rest = ends.size() * most;
    if (grouping.rule() == Grouping.Rule.COUNT) {
      for (int end = rest + 1; end <= size; end++) {
        ends.add(end);
      }
    } else if (rest < size) {
      ends.add(size);
    }
    return ends;
  }

  /** What the tags say; what the pictures say where tags are missing or all the same. */
  private Optional<Stops> stops(int from, int to) {
    List<Shot> shots = reel.shots(from, to);
    boolean told = shots.stream().allMatch(shot -> shot.ev().isPresent());
    if (shots.size() == 1) {
      return Optional.of(new Stops(List.of(shots.get(0).ev().orElse(0)), !told));
    }
    if (!told) {
      boolean needed = grouping.rule() == Grouping.Rule.AUTO || grouping.rule() == Grouping.Rule.EV;
      return needed
          ? measured(from, to)
          : Optional.of(new Stops(shots.stream().map(shot -> 0.0).toList(), true));
    }
    Stops tags = new Stops(shots.stream().map(shot -> shot.ev().orElseThrow()).toList(), false);
    boolean doubtful =
        grouping.rule() == Grouping.Rule.AUTO && !tags.differ() && shots.size() <= LONGEST_LOOK;
    if (!doubtful) {
      return Optional.of(tags);
    }
    return measured(from, to).map(seen -> seen.differ() && isOneView(from, to) ? seen : tags);
  }

  private Optional<Stops> measured(int from, int to) {
    List<Double> values = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Optional<Look> look = sight.at(reel.shot(i));
      if (look.isEmpty()) {
        standApart(i);
        return Optional.empty();
      }
      values.add(look.get().stops());
    }
    return Optional.of(new Stops(values, true));
  }

  private void standApart(int i) {
    String fault = sight.fault(reel.shot(i)).orElse("it cannot be read");
    bonds.part(i, fault);
    if (i + 1 < reel.size()) {
      bonds.part(i + 1, fault);
    }
  }

  private boolean isOneView(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (isUnlike(i - 1, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a set is sure without a look or its pictures are alike; parts it where they are not.
   */
  private boolean holds(Segment segment, Patterns patterns) {
    if (!segment.isSet() || isSure(segment, patterns)) {
      return true;
    }
    for (int i = segment.from() + 1; i < segment.to(); i++) {
      int nearest = segment.nearestBefore(i);
      if (sight.at(reel.shot(i)).isEmpty() || sight.at(reel.shot(nearest)).isEmpty()) {
        standApart(sight.at(reel.shot(i)).isEmpty() ? i : nearest);
        return false;
      }
      if (isUnlike(nearest, i) && isUnlike(i - 1, i)) {
        partUnlike(i);
        return false;
      }
    }
    return true;
  }

  private boolean isUnlike(int a, int b) {
    return sight.likeness(reel.shot(a), reel.shot(b)).orElse(1) < Sight.ALIKE;
  }

  /** Whether the camera took this so often, and so clearly, that the pictures need not be seen. */
  boolean isSure(Segment segment, Patterns patterns) {
    for (int i = segment.from() + 1; i < segment.to(); i++) {
      if (bonds.before(i) != Bond.CLOSE) {
        return false;
      }
    }
    return !segment.stops().measured()
        && segment.size() >= SURE_SHOTS
        && segment.stops().smallestStep() >= SURE_STEP
        && patterns.isSureOf(segment.stops().values());
  }
}
