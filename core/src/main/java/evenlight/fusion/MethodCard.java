package evenlight.fusion;

import java.net.URI;

/**
 * What is known of a fusion method before it runs.
 *
 * @param id lower-case with hyphens, unique in the catalogue
 * @param name the name in the literature
 * @param kind learned or classical
 * @param paper title, authors, venue and year
 * @param source where the paper or its code is found
 * @param weights where its parameters come from, or "none" for a method without any
 * @param licence of the implementation and of the weights that come with it
 */
public record MethodCard(
    String id, String name, Kind kind, String paper, URI source, String weights, String licence) {

  /** How a method came to its rules. */
  public enum Kind {
    /** Written down by people. */
    CLASSICAL,
    /** Found by training a network. */
    LEARNED
  }

  /** Checks the id. */
  public MethodCard {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "a method's id must be lower-case words joined by hyphens, but is \"" + id + "\"");
    }
  }
}
