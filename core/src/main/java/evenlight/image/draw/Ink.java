package evenlight.image.draw;

/**
 * A colour to draw with.
 *
 * @param red from 0 to 1
 * @param green from 0 to 1
 * @param blue from 0 to 1
 */
public record Ink(float red, float green, float blue) {
  /** Checks the ranges. */
  public Ink {
    requireShare("red", red);
    requireShare("green", green);
    requireShare("blue", blue);
  }

  private static void requireShare(String name, float value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "%s of an ink must be from 0 to 1, but is %s".formatted(name, value));
    }
  }

  /** A grey, black at 0 and white at 1. */
  public static Ink grey(float value) {
    return new Ink(value, value, value);
  }

  float channel(int channel) {
    return switch (channel) {
      case 0 -> red;
      case 1 -> green;
      default -> blue;
    };
  }
}
