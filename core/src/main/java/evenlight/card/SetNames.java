package evenlight.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names for sets: that of the first shot, with its folder where several sets have the same. */
final class SetNames {
  private SetNames() {}

  /** The sets under names that differ by more than capitals, so that each can be a file. */
  static List<FoundSet> unlike(List<FoundSet> sets) {
    Map<String, Integer> counts = new HashMap<>();
    sets.forEach(set -> counts.merge(lower(set.name()), 1, Integer::sum));
    Set<String> taken = new HashSet<>();
    List<FoundSet> named = new ArrayList<>();
    for (FoundSet set : sets) {
      boolean alone = counts.getOrDefault(lower(set.name()), 1) == 1;
      String folder = set.shots().get(0).folderName();
      String name = alone || folder.isEmpty() ? set.name() : folder + "-" + set.name();
      String free = name;
      for (int i = 2; !taken.add(lower(free)); i++) {
        free = name + "-" + i;
      }
      named.add(set.named(free));
    }
    return named;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
