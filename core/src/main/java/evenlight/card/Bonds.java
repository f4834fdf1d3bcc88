package evenlight.card;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** How each shot of a reel hangs together with the one before. */
final class Bonds {
  /** How two shots that follow each other hang together. */
  enum Bond {
    /** Nothing speaks against one set. */
    CLOSE,
    /** Time leaves it open; the pictures decide. */
    OPEN,
    /** Time left it open; the pictures are alike. */
    ALIKE,
    /** Never one set. */
    APART
  }

  /** Longer than this nobody waits within a bracket, not counting exposures. */
  private static final double LONGEST_PAUSE = 30;

  /** From here on a camera may take a dark frame as long as the exposure after it. */
  private static final double LONG_EXPOSURE = 1;

  private final Bond[] bonds;
  private final String[] causes;

  private Bonds(int size) {
    bonds = new Bond[size];
    causes = new String[size];
    Arrays.fill(bonds, Bond.CLOSE);
    Arrays.fill(causes, "");
    bonds[0] = Bond.APART;
  }

  /** What size, orientation and, where the rules ask for it, time say. */
  static Bonds of(Reel reel, Grouping grouping) {
    Bonds bonds = new Bonds(reel.size());
    for (int i = 1; i < reel.size(); i++) {
      if (!reel.shot(i).sameFrameAs(reel.shot(i - 1))) {
        bonds.part(i, "its neighbour has another size or orientation");
      } else if (grouping.rule() == Grouping.Rule.AUTO || grouping.rule() == Grouping.Rule.TIME) {
        bonds.tie(i, reel, grouping);
      }
    }
    return bonds;
  }

  private void tie(int i, Reel reel, Grouping grouping) {
    boolean alone = grouping.rule() == Grouping.Rule.TIME;
    if (!reel.isTimed()) {
      if (alone) {
        part(i, "its capture time is not known");
      } else {
        bonds[i] = Bond.OPEN;
      }
      return;
    }
    double dark = reel.longerExposure(i) < LONG_EXPOSURE ? 0 : reel.longerExposure(i);
    double pause = reel.pauseBefore(i) - dark;
    if (pause > grouping.pauseSeconds()) {
      boolean open = !alone && pause <= LONGEST_PAUSE && exposuresDiffer(reel, i);
      if (open) {
        bonds[i] = Bond.OPEN;
      } else {
        part(i, "no other shot was taken within %s s".formatted(grouping.pauseSeconds()));
      }
    }
  }

  private static boolean exposuresDiffer(Reel reel, int i) {
    Shot last = reel.shot(i - 1);
    Shot next = reel.shot(i);
    return last.ev().isEmpty()
        || next.ev().isEmpty()
        || Math.abs(last.ev().getAsDouble() - next.ev().getAsDouble()) > Patterns.TOLERANCE;
  }

  /** Parts a shot from the one before. */
  void part(int i, String cause) {
    bonds[i] = Bond.APART;
    causes[i] = cause;
  }

  /** What time left open is settled by the pictures. */
  void join(int i) {
    bonds[i] = Bond.ALIKE;
  }

  Bond before(int i) {
    return bonds[i];
  }

  /** The shot behind the last one that hangs together with this one. */
  int endOfChain(int from) {
    int to = from + 1;
    while (to < bonds.length && bonds[to] != Bond.APART) {
      to++;
    }
    return to;
  }

  /** Why a shot is apart from its neighbours. */
  String cause(int i) {
    Set<String> found = new LinkedHashSet<>();
    found.add(causes[i]);
    if (i + 1 < bonds.length) {
      found.add(causes[i + 1]);
    }
    found.remove("");
    return found.isEmpty() ? "it is the only shot" : String.join("; ", found);
  }
}
