package evenlight.fusion;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is known of a fusion method before it runs.
 *
 * @param id lower-case with hyphens, unique in the catalogue
 * @param name the name in the literature
 * @param kind learned or classical
 * @param summary how it fuses, in a sentence
 * @param advice when to use it and when not
 * @param mostExposures how many exposures it can fuse; {@link #ANY_NUMBER} for no limit
 * @param orderMatters whether two exposures of equal brightness may be exchanged with another
 *     result
 * @param options what the user can choose, in the order of the documents
 * @param cost time and memory by exposures and pixels
 * @param deviations where it departs from its paper or from the authors' code, and why
 * @param published what its authors or benchmarks report of it, with their source
 * @param paper title, authors, venue and year
 * @param source where the paper or its code is found
 * @param weights where its parameters come from, or "none" for a method without any
 * @param licence of the implementation and of the weights that come with it
 */
public record MethodCard(
    String id,
    String name,
    Kind kind,
    String summary,
    String advice,
    int mostExposures,
    boolean orderMatters,
    List<MethodOption> options,
    String cost,
    String deviations,
    String published,
    String paper,
    URI source,
    String weights,
    String licence) {
  /** No limit to the number of exposures. */
  public static final int ANY_NUMBER = Integer.MAX_VALUE;

  /** How a method came to its rules. */
  public enum Kind {
    /** Written down by people. */
    CLASSICAL,
    /** Found by training a network. */
    LEARNED
  }

  /** Checks the id. */
  public MethodCard {
    options = List.copyOf(options);
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "a method's id must be lower-case words joined by hyphens, but is \"" + id + "\"");
    }
  }

  /**
   * Checks options that were given for this method.
   *
   * @throws IllegalArgumentException if one is unknown or has another value than it takes; the
   *     message lists what is possible
   */
  void check(Map<String, String> given) {
    given.forEach((name, value) -> option(name).check(value));
  }

  private MethodOption option(String name) {
    return options.stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an option of the method %s must be one of [%s], but is \"%s\""
                        .formatted(
                            id,
                            options.stream()
                                .map(MethodOption::name)
                                .collect(Collectors.joining(", ")),
                            name)));
  }
}
