package evenlight.card;

import evenlight.text.NaturalOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name with the number that a camera counted: {@code IMG_0042}.
 *
 * @param before what stands before the number
 * @param number the last number in the name
 * @param digits how many digits it is written with
 * @param after what stands after it
 */
record NumberedName(String before, int number, int digits, String after) {
  private static final Pattern NAME = Pattern.compile("(.*?)([0-9]{1,9})([^0-9]*)");

  /** From so many digits on a counter starts anew after its last number. */
  private static final int DIGITS_OF_COUNTERS = 3;

  static Optional<NumberedName> of(String stem) {
    Matcher name = NAME.matcher(stem);
    return name.matches()
        ? Optional.of(
            new NumberedName(
                name.group(1),
                Integer.parseInt(name.group(2)),
                name.group(2).length(),
                name.group(3)))
        : Optional.empty();
  }

  /** How many numbers later another name is, 9999 being followed by 0 or 1; empty across series. */
  OptionalInt stepTo(NumberedName next) {
    if (!series().equals(next.series())) {
      return OptionalInt.empty();
    }
    boolean again = number == last() && digits >= DIGITS_OF_COUNTERS && next.number <= 1;
    return OptionalInt.of(again ? 1 : next.number - number);
  }

  private String series() {
    return before + '#' + after;
  }

  private int last() {
    return (int) Math.pow(10, digits) - 1;
  }

  /**
   * Shots in the order of their names, numbers by value; a series that holds 9999 and 0001 starts
   * behind the widest gap between its numbers.
   */
  static List<Shot> inOrder(List<Shot> shots) {
    List<Shot> sorted = new ArrayList<>(shots);
    sorted.sort(
        (a, b) -> {
          int order = NaturalOrder.INSTANCE.compare(a.stem(), b.stem());
          return order != 0 ? order : NaturalOrder.INSTANCE.compare(a.name(), b.name());
        });
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      int place = i;
      of(sorted.get(i).stem())
          .ifPresent(
              name -> places.computeIfAbsent(name.series(), key -> new ArrayList<>()).add(place));
    }
    List<Shot> ordered = new ArrayList<>(sorted);
    places.values().forEach(series -> startBehindGap(series, sorted, ordered));
    return ordered;
  }

  private static void startBehindGap(List<Integer> places, List<Shot> sorted, List<Shot> ordered) {
    List<NumberedName> names =
        places.stream().map(i -> of(sorted.get(i).stem()).orElseThrow()).toList();
    NumberedName end = names.get(names.size() - 1);
    if (end.stepTo(names.get(0)).orElse(0) != 1) {
      return;
    }
    int start = 0;
    int widest = 1;
    for (int i = 1; i < names.size(); i++) {
      int step = names.get(i).number - names.get(i - 1).number;
      if (step > widest) {
        widest = step;
        start = i;
      }
    }
    for (int i = 0; i < places.size(); i++) {
      ordered.set(places.get(i), sorted.get(places.get((start + i) % places.size())));
    }
  }
}
