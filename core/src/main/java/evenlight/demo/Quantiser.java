package evenlight.demo;

/** Rounding to what a file with 8 bits a sample can hold. */
final class Quantiser {
  private Quantiser() {}

  /** The nearest of the 256 values k/255 to a value, which is clamped to [0,1]. */
  static float toEightBits(double value) {
    return (float) Math.floor(Math.min(Math.max(value, 0), 1) * 255 + 0.5) / 255f;
  }
}
