package evenlight.card;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks at pictures, each as a rule once, and remembers which ones cannot be seen. */
final class Sight {
  /** About 50 MB. */
  private static final int MOST_KEPT = 4096;

  /**
   * From here on two pictures show one view. Of 427 pairs of neighbours in 99 brackets three are
   * below, of 297 pairs of other scenes none is above; of swept panoramas that overlap by 70 % none
   * in a hundred is.
   */
  static final double ALIKE = 0.4;

  private final Looks looks;
  private final Map<Path, String> faults = new HashMap<>();
  private final Map<Path, Look> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Look> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Sight(Looks looks) {
    this.looks = looks;
  }

  /** A look, or nothing where the picture cannot be decoded. */
  Optional<Look> at(Shot shot) {
    Look look = kept.get(shot.file());
    if (look == null && !faults.containsKey(shot.file())) {
      try {
        look = looks.at(shot);
        kept.put(shot.file(), look);
      } catch (IOException e) {
        faults.put(shot.file(), Objects.requireNonNullElse(e.getMessage(), "it cannot be read"));
      }
    }
    return Optional.ofNullable(look);
  }

  /** Why a picture cannot be seen. */
  Optional<String> fault(Shot shot) {
    return Optional.ofNullable(faults.get(shot.file()));
  }

  /** How alike two pictures are; empty if one of them shows nothing or cannot be seen. */
  OptionalDouble likeness(Shot a, Shot b) {
    Optional<Look> left = at(a);
    Optional<Look> right = at(b);
    return left.isPresent() && right.isPresent()
        ? left.get().likeness(right.get())
        : OptionalDouble.empty();
  }
}
