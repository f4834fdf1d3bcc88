package evenlight.card;

import evenlight.text.NaturalOrder;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The shots that one camera took into one folder and one kind of file, in the order in which it
 * took them: by its clock, and by the numbers in their names where the clock says the same or
 * nothing.
 */
final class Reel {
  /** More shots than any camera takes at once: a program wrote the same time into all. */
  private static final int MOST_AT_ONCE = 40;

  /** A share of successors in number from which on names tell the order. */
  private static final double NUMBERED_SHARE = 0.8;

  private static final double NANOS = 1e9;

  private final List<Shot> shots;
  private final boolean timed;
  private final boolean numbered;

  private Reel(List<Shot> named) {
    timed = named.get(0).taken().isPresent() && timesDiffer(named);
    shots =
        timed
            ? named.stream()
                .sorted(Comparator.comparing(shot -> shot.taken().orElseThrow()))
                .toList()
            : List.copyOf(named);
    long successors = IntStream.range(1, size()).filter(i -> stepBefore(i).orElse(0) == 1).count();
    numbered = successors >= NUMBERED_SHARE * (size() - 1);
  }

  /** All reels of some shots, by folder. */
  static List<Reel> of(List<Shot> shots) {
    Map<Object, List<Shot>> reels = new LinkedHashMap<>();
    shots.stream()
        .sorted(Comparator.comparing((Shot shot) -> shot.file().toString(), NaturalOrder.INSTANCE))
        .forEach(
            shot -> reels.computeIfAbsent(key(shot), any -> new java.util.ArrayList<>()).add(shot));
    return reels.values().stream().map(reel -> new Reel(NumberedName.inOrder(reel))).toList();
  }

  private static Object key(Shot shot) {
    Optional<String> folder =
        Optional.ofNullable(shot.file().toAbsolutePath().normalize().getParent())
            .map(Object::toString);
    return List.of(folder, shot.camera(), shot.format(), shot.taken().isPresent());
  }

  private static boolean timesDiffer(List<Shot> shots) {
    Map<LocalDateTime, Integer> counts = new HashMap<>();
    shots.forEach(shot -> counts.merge(shot.taken().orElseThrow(), 1, Integer::sum));
    return counts.values().stream().allMatch(count -> count <= MOST_AT_ONCE);
  }

  int size() {
    return shots.size();
  }

  Shot shot(int i) {
    return shots.get(i);
  }

  List<Shot> shots(int from, int to) {
    return shots.subList(from, to);
  }

  /** Which camera it was. */
  String camera() {
    return shots.get(0).camera();
  }

  /** Whether the camera's clock tells the order. */
  boolean isTimed() {
    return timed;
  }

  /** Whether names count on in that order. */
  boolean isNumbered() {
    return numbered;
  }

  /** How many numbers later a name is than the one before, if they are of one series. */
  OptionalInt stepBefore(int i) {
    Optional<NumberedName> last = NumberedName.of(shot(i - 1).stem());
    Optional<NumberedName> next = NumberedName.of(shot(i).stem());
    return last.isPresent() && next.isPresent()
        ? last.get().stepTo(next.get())
        : OptionalInt.empty();
  }

  /**
   * Seconds between the end of the exposure before and the start of this one; cameras note the one
   * or the other of either, hence the longer exposure is taken off.
   */
  double pauseBefore(int i) {
    Duration between =
        Duration.between(shot(i - 1).taken().orElseThrow(), shot(i).taken().orElseThrow());
    return between.getSeconds() + between.getNano() / NANOS - longerExposure(i);
  }

  /** The longer one of this exposure and the one before, in seconds. */
  double longerExposure(int i) {
    return Math.max(shot(i - 1).exposureSeconds().orElse(0), shot(i).exposureSeconds().orElse(0));
  }
}
