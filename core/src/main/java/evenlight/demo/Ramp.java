package evenlight.demo;

/** Soft steps. */
final class Ramp {
  private Ramp() {}

  /** 0 below {@code low}, 1 above {@code high}, smooth in between. */
  static double smooth(double low, double high, double value) {
    double t = Math.min(Math.max((value - low) / (high - low), 0), 1);
    return t * t * (3 - 2 * t);
  }

  /** 1 inside of [low, high], 0 outside, with soft ends of a width centred on them. */
  static double inside(double low, double high, double softness, double value) {
    double half = softness / 2;
    return smooth(low - half, low + half, value) * smooth(-high - half, -high + half, -value);
  }

  /** Distance of a value from the nearest whole number, in [0,0.5]. */
  static double fromWhole(double value) {
    return Math.abs(value - Math.rint(value));
  }
}
