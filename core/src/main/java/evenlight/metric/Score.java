package evenlight.metric;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a metric found.
 *
 * @param value the number, finite; empty where the metric is infinite or not defined, which a
 *     caveat then says
 * @param parts the numbers that it is made of, such as the quality at each scale; may be empty
 * @param caveats what is to be known of this number
 */
public record Score(OptionalDouble value, List<Double> parts, List<Caveat> caveats) {
  /** Checks that no value is NaN or infinite in silence. */
  public Score {
    parts = List.copyOf(parts);
    caveats = List.copyOf(caveats);
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException(
          "a score must be finite or absent with a caveat, but is " + value.getAsDouble());
    }
    if (value.isEmpty() && caveats.isEmpty()) {
      throw new IllegalArgumentException("a score without a value must say why, but does not");
    }
  }

  /** A number that needs no comment. */
  public static Score of(double value) {
    return new Score(OptionalDouble.of(value), List.of(), List.of());
  }

  /** No number, and why. */
  public static Score without(Caveat.Kind kind, String reason) {
    return new Score(OptionalDouble.empty(), List.of(), List.of(new Caveat(kind, 1, reason)));
  }

  /**
   * Something special that a metric met.
   *
   * @param kind what it is
   * @param count how often
   * @param text in words, for a person
   */
  public record Caveat(Kind kind, int count, String text) {
    /** Kinds of caveats. */
    public enum Kind {
      /** A source has one value everywhere; correlation with it counts as 0. */
      CONSTANT_SOURCE,
      /** The fused image has one value everywhere. */
      CONSTANT_RESULT,
      /** The mean quality at a scale is negative and counts as 0. */
      NEGATIVE_SCALE,
      /** The fused image equals the ground truth: the ratio has no limit. */
      INFINITE,
      /** The definition gives no number, as for an image smaller than the window. */
      UNDEFINED
    }
  }
}
