package evenlight.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bodies close together, which a ray that misses a sphere around them need not be tested with.
 *
 * <p>A hit names the part that was met, not the group.
 */
final class Group implements Body {
  /** From here on the distance to the sphere is near enough to that to the parts. */
  private static final double FAR = 0.5;

  private final Vec centre;
  private final double radius;
  private final Body[] parts;

  /**
   * A group.
   *
   * @param centre of the sphere
   * @param radius of the sphere, which must hold all parts
   */
  Group(Vec centre, double radius, List<Body> parts) {
    this.centre = centre;
    this.radius = radius;
    this.parts = parts.toArray(Body[]::new);
  }

  @Override
  public @Nullable Hit hit(Ray ray, double limit) {
    if (misses(ray, limit)) {
      return null;
    }
    Hit nearest = null;
    for (Body part : parts) {
      Hit hit = part.hit(ray, nearest == null ? limit : nearest.distance());
      nearest = hit == null ? nearest : hit;
    }
    return nearest;
  }

  @Override
  public boolean blocks(Ray ray, double limit) {
    if (misses(ray, limit)) {
      return false;
    }
    for (Body part : parts) {
      if (part.blocks(ray, limit)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public double clearance(Vec point) {
    double outside = point.minus(centre).length() - radius;
    if (outside > FAR) {
      return outside;
    }
    double nearest = Double.POSITIVE_INFINITY;
    for (Body part : parts) {
      nearest = Math.min(nearest, part.clearance(point));
    }
    return nearest;
  }

  private boolean misses(Ray ray, double limit) {
    Vec way = centre.minus(ray.origin());
    double squared = way.dot(way) - radius * radius;
    double along = way.dot(ray.direction());
    return squared > 0 && (along < 0 || along - radius > limit || squared > along * along);
  }
}
