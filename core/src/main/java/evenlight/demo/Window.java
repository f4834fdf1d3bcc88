package evenlight.demo;

/** The window in the back wall: where it is, its bars, and the light that comes through it. */
final class Window {
  static final double LEFT = -1.65;
  static final double RIGHT = 0.55;
  static final double SILL = 0.78;
  static final double TOP = 2.38;

  /** Depth of the reveal, behind which the frame stands. */
  static final double REVEAL = 0.22;

  /** Direction from anywhere to the sun. */
  static final Vec SUN = new Vec(-0.42, 0.85, 1).unit();

  private static final double FRAME = 0.055;
  private static final double BAR = 0.016;
  private static final double POST = 0.038;
  private static final int COLUMNS = 4;
  private static final int ROWS = 3;

  private Window() {}

  /** Whether a point of the back wall lies in the hole. */
  static boolean contains(double x, double y) {
    return x > LEFT && x < RIGHT && y > SILL && y < TOP;
  }

  /**
   * Share of light that passes the glazing at a point between the bars.
   *
   * @param softness width of the half-shade in metres
   */
  static double opening(double x, double y, double softness) {
    double glass =
        Ramp.inside(LEFT + FRAME, RIGHT - FRAME, softness, x)
            * Ramp.inside(SILL + FRAME, TOP - FRAME, softness, y);
    double column = (x - LEFT) / (RIGHT - LEFT);
    double row = (y - SILL) / (TOP - SILL);
    double upright = Ramp.fromWhole(column * COLUMNS) / COLUMNS * (RIGHT - LEFT);
    double across = Ramp.fromWhole(row * ROWS) / ROWS * (TOP - SILL);
    double middle = Math.abs(column - 0.5) * (RIGHT - LEFT);
    double half = softness / 2;
    return glass
        * Ramp.smooth(BAR - half, BAR + half, upright)
        * Ramp.smooth(BAR - half, BAR + half, across)
        * Ramp.smooth(POST - half, POST + half, middle);
  }

  /** Share of the sun that reaches a point in the room through the glazing. */
  static double sunlight(Vec point) {
    double distance = (Room.BACK - point.z()) / SUN.z();
    Vec through = point.plus(distance, SUN);
    if (distance <= 0 || !contains(through.x(), through.y())) {
      return 0;
    }
    return opening(through.x(), through.y(), 0.004 + 0.012 * distance);
  }
}
