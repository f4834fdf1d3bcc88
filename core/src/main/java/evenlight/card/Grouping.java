package evenlight.card;

import java.time.Duration;

/**
 * By which rules shots become sets.
 *
 * @param rule all that there is, or one alone
 * @param count how many shots make a set, for {@link Rule#COUNT}; else 0
 * @param pause after how long a pause, not counting exposures, shots belong together no more by
 *     time alone
 */
public record Grouping(Rule rule, int count, Duration pause) {
  /** The most shots that one set has. */
  public static final int MOST_SHOTS = 64;

  /** Bracketing by hand in one go, or a camera that writes slowly. */
  public static final Duration DEFAULT_PAUSE = Duration.ofSeconds(3);

  /** What decides. */
  public enum Rule {
    /** Time, exposures, names and, where these leave doubts, the pictures. */
    AUTO,
    /** Pauses alone. */
    TIME,
    /** The sequence of exposures alone. */
    EV,
    /** A number of shots that every set has. */
    COUNT
  }

  /** Checks the numbers. */
  public Grouping {
    if (rule == Rule.COUNT && (count < 2 || count > MOST_SHOTS)) {
      throw new IllegalArgumentException(
          "a set must have 2 to %d shots, but %d are asked for".formatted(MOST_SHOTS, count));
    }
    if (pause.isNegative()) {
      throw new IllegalArgumentException(
          "the pause must be 0 s or more, but is %s s".formatted(pause.toMillis() / 1000.0));
    }
  }

  /** A rule that has no number, with the usual pause. */
  public static Grouping by(Rule rule) {
    return new Grouping(rule, 0, DEFAULT_PAUSE);
  }

  /** So many shots a set. */
  public static Grouping byCount(int count) {
    return new Grouping(Rule.COUNT, count, DEFAULT_PAUSE);
  }

  /** The same with another pause. */
  public Grouping withPause(Duration other) {
    return new Grouping(rule, count, other);
  }

  double pauseSeconds() {
    return pause.toMillis() / 1000.0;
  }
}
