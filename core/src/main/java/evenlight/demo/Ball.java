package evenlight.demo;

import org.jspecify.annotations.Nullable;

/** A sphere, or an ellipsoid that is flattened or stretched upwards. */
final class Ball implements Body {
  private final Vec centre;
  private final double radius;
  private final double squeeze;
  private final Surface surface;

  /**
   * A ball.
   *
   * @param centre its middle
   * @param radius horizontal, in metres
   * @param height its vertical radius as a multiple of the horizontal one
   * @param surface all around
   */
  Ball(Vec centre, double radius, double height, Surface surface) {
    this.centre = centre;
    this.radius = radius;
    this.squeeze = 1 / height;
    this.surface = surface;
  }

  @Override
  public @Nullable Hit hit(Ray ray, double limit) {
    double distance = enter(ray);
    if (distance >= limit) {
      return null;
    }
    Vec point = ray.at(distance);
    Vec out = point.minus(centre);
    Vec normal = new Vec(out.x(), out.y() * squeeze * squeeze, out.z()).unit();
    return new Hit(distance, point, normal, surface, this);
  }

  @Override
  public boolean blocks(Ray ray, double limit) {
    return enter(ray) < limit;
  }

  @Override
  public double clearance(Vec point) {
    return squeezed(point.minus(centre)).length() - radius;
  }

  /** Distance at which a ray enters the ball, or infinity. */
  private double enter(Ray ray) {
    Vec origin = squeezed(ray.origin().minus(centre));
    Vec direction = squeezed(ray.direction());
    double a = direction.dot(direction);
    double b = origin.dot(direction);
    double discriminant = b * b - a * (origin.dot(origin) - radius * radius);
    double distance = discriminant < 0 ? -1 : (-b - Math.sqrt(discriminant)) / a;
    return distance > 0 ? distance : Double.POSITIVE_INFINITY;
  }

  private Vec squeezed(Vec vec) {
    return new Vec(vec.x(), vec.y() * squeeze, vec.z());
  }
}
