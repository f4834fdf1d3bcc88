package evenlight.demo;

import org.jspecify.annotations.Nullable;

/**
 * A box with rounded edges, turned about the vertical.
 *
 * <p>Rays are led into its frame, where the box lies about the origin; where they enter the sharp
 * box around it, the way to the rounded one is walked by its distance function.
 */
final class RoundedBox implements Body {
  /** What the surface looks like at a point in the frame of the box. */
  @FunctionalInterface
  interface Finish {
    Surface at(Vec local, Vec normal);
  }

  private static final int STEPS = 32;
  private static final double NEAR = 2e-4;
  private static final double LEAST = 1e-200;

  private final Vec centre;
  private final Vec half;
  private final double radius;
  private final double cosine;
  private final double sine;
  private final Finish finish;

  /**
   * A box.
   *
   * @param centre its middle
   * @param half half its extent along each axis, rounding included
   * @param radius of its edges
   * @param turn about the vertical, in radians
   * @param finish its surface
   */
  RoundedBox(Vec centre, Vec half, double radius, double turn, Finish finish) {
    this.centre = centre;
    this.half = half;
    this.radius = Math.min(radius, Math.min(half.x(), Math.min(half.y(), half.z())));
    this.cosine = StrictMath.cos(turn);
    this.sine = StrictMath.sin(turn);
    this.finish = finish;
  }

  @Override
  public @Nullable Hit hit(Ray ray, double limit) {
    Ray local = new Ray(toLocal(ray.origin().minus(centre)), toLocal(ray.direction()));
    double distance = enter(local, limit);
    for (int step = 0; step < STEPS && distance < limit; step++) {
      Vec point = local.at(distance);
      double gap = gap(point);
      if (gap < NEAR) {
        Vec normal = normal(point);
        return new Hit(distance, ray.at(distance), toWorld(normal), finish.at(point, normal), this);
      }
      distance += gap;
    }
    return null;
  }

  @Override
  public boolean blocks(Ray ray, double limit) {
    Ray local = new Ray(toLocal(ray.origin().minus(centre)), toLocal(ray.direction()));
    return enter(local, limit) < limit;
  }

  @Override
  public double clearance(Vec point) {
    return gap(toLocal(point.minus(centre)));
  }

  /** Distance at which a ray enters the sharp box, or infinity; rays from inside never do. */
  private double enter(Ray ray, double limit) {
    double inverseX = inverse(ray.direction().x());
    double inverseY = inverse(ray.direction().y());
    double inverseZ = inverse(ray.direction().z());
    double x = -ray.origin().x() * inverseX;
    double y = -ray.origin().y() * inverseY;
    double z = -ray.origin().z() * inverseZ;
    double reachX = half.x() * Math.abs(inverseX);
    double reachY = half.y() * Math.abs(inverseY);
    double reachZ = half.z() * Math.abs(inverseZ);
    double enter = Math.max(x - reachX, Math.max(y - reachY, z - reachZ));
    double leave = Math.min(x + reachX, Math.min(y + reachY, z + reachZ));
    return enter > 0 && enter <= leave && enter < limit ? enter : Double.POSITIVE_INFINITY;
  }

  /** Stays finite, so that rays along an axis do not end in infinity minus infinity. */
  private static double inverse(double component) {
    return 1 / (component == 0 ? LEAST : component);
  }

  /** Signed distance to the rounded box. */
  private double gap(Vec local) {
    double x = Math.abs(local.x()) - half.x() + radius;
    double y = Math.abs(local.y()) - half.y() + radius;
    double z = Math.abs(local.z()) - half.z() + radius;
    double outside =
        Math.sqrt(square(Math.max(x, 0)) + square(Math.max(y, 0)) + square(Math.max(z, 0)));
    return outside + Math.min(Math.max(x, Math.max(y, z)), 0) - radius;
  }

  private Vec normal(Vec local) {
    Vec edge =
        new Vec(
            Math.max(Math.abs(local.x()) - half.x() + radius, 0) * Math.signum(local.x()),
            Math.max(Math.abs(local.y()) - half.y() + radius, 0) * Math.signum(local.y()),
            Math.max(Math.abs(local.z()) - half.z() + radius, 0) * Math.signum(local.z()));
    double length = edge.length();
    return length > 0 ? edge.times(1 / length) : Vec.UP;
  }

  private static double square(double value) {
    return value * value;
  }

  private Vec toLocal(Vec world) {
    return new Vec(
        cosine * world.x() - sine * world.z(), world.y(), sine * world.x() + cosine * world.z());
  }

  private Vec toWorld(Vec local) {
    return new Vec(
        cosine * local.x() + sine * local.z(), local.y(), -sine * local.x() + cosine * local.z());
  }
}
