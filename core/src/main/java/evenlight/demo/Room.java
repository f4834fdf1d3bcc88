package evenlight.demo;

import org.jspecify.annotations.Nullable;

/** Walls, floor and ceiling, with the hole of the window and its reveal. */
final class Room implements Body {
  static final double LEFT = -2.9;
  static final double RIGHT = 2.9;
  static final double CEILING = 2.75;
  static final double BACK = 5.5;

  private static final Vec PLASTER = new Vec(0.64, 0.58, 0.5);
  private static final Vec SAGE = new Vec(0.19, 0.34, 0.36);
  private static final Vec PAINT = new Vec(0.72, 0.71, 0.68);
  private static final double SKIRTING = 0.11;

  private final Noise noise;
  private final Floor floor;

  Room(long seed) {
    this.noise = new Noise(seed + 10);
    this.floor = new Floor(seed);
  }

  @Override
  public @Nullable Hit hit(Ray ray, double limit) {
    Vec from = ray.origin();
    Vec to = ray.direction();
    double side = ((to.x() < 0 ? LEFT : RIGHT) - from.x()) / to.x();
    double level = ((to.y() < 0 ? 0 : CEILING) - from.y()) / to.y();
    double back = to.z() > 0 ? (BACK - from.z()) / to.z() : Double.POSITIVE_INFINITY;
    double distance = Math.min(side, Math.min(level, back));
    if (!(distance < limit)) {
      return null;
    }
    Vec point = ray.at(distance);
    if (distance == back) {
      return Window.contains(point.x(), point.y())
          ? glazing(ray, limit)
          : new Hit(distance, point, new Vec(0, 0, -1), wall(SAGE, point.x(), point.y()), this);
    }
    if (distance == side) {
      Vec normal = new Vec(-Math.signum(to.x()), 0, 0);
      return new Hit(distance, point, normal, wall(PLASTER, point.z() + 9, point.y()), this);
    }
    Vec normal = new Vec(0, -Math.signum(to.y()), 0);
    return new Hit(distance, point, normal, to.y() < 0 ? floor.at(point) : ceiling(point), this);
  }

  /** What a ray into the window meets: reveal or bars, or null where it leaves. */
  private @Nullable Hit glazing(Ray ray, double limit) {
    Vec from = ray.origin();
    Vec to = ray.direction();
    double side = ((to.x() < 0 ? Window.LEFT : Window.RIGHT) - from.x()) / to.x();
    double level = ((to.y() < 0 ? Window.SILL : Window.TOP) - from.y()) / to.y();
    double frame = (BACK + Window.REVEAL - from.z()) / to.z();
    double distance = Math.min(side, Math.min(level, frame));
    Vec point = ray.at(distance);
    Vec normal =
        distance == frame
            ? new Vec(0, 0, -1)
            : distance == side
                ? new Vec(-Math.signum(to.x()), 0, 0)
                : new Vec(0, -Math.signum(to.y()), 0);
    if (distance >= limit
        || (distance == frame && Window.opening(point.x(), point.y(), 1e-4) > 0.5)) {
      return null;
    }
    return new Hit(distance, point, normal, Surface.matt(PAINT), this);
  }

  @Override
  public boolean blocks(Ray ray, double limit) {
    return false;
  }

  @Override
  public double clearance(Vec point) {
    double side = Math.min(point.x() - LEFT, RIGHT - point.x());
    double level = Math.min(point.y(), CEILING - point.y());
    double back = BACK - point.z();
    return Math.min(side, Math.min(level, back < 0.5 && nearWindow(point) ? 1 : back));
  }

  private static boolean nearWindow(Vec point) {
    return Window.contains(point.x(), point.y());
  }

  /** Brushed plaster above a painted skirting board. */
  private Surface wall(Vec paint, double along, double height) {
    if (height < SKIRTING) {
      double groove = Ramp.inside(0.085, 0.092, 0.004, height);
      return Surface.matt(PAINT.times(1 - 0.5 * groove));
    }
    double clouds = noise.fractal(along * 1.7, height * 1.7, 4);
    double strokes = noise.fractal(along * 26, height * 9, 3);
    double grit = noise.fractal(along * 150, height * 150, 2);
    return Surface.matt(paint.times(0.76 + 0.26 * clouds + 0.12 * strokes + 0.1 * grit));
  }

  private Surface ceiling(Vec point) {
    return Surface.matt(PAINT.times(0.92 + 0.16 * noise.fractal(point.x() * 3, point.z() * 3, 4)));
  }
}
