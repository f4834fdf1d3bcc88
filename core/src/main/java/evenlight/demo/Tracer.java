package evenlight.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The room, its light and what lies outside: finds what a ray meets and how bright that is. */
final class Tracer {
  private static final double FAR = 1e3;

  private final Landscape landscape;
  private final Body[] bodies;
  private final Lighting lighting;
  private final Noise ripples;

  Tracer(long seed) {
    this.landscape = new Landscape(seed);
    List<Body> furnished = new ArrayList<>(Furniture.of(seed));
    furnished.add(new Room(seed));
    this.bodies = furnished.toArray(Body[]::new);
    this.lighting = new Lighting(furnished, seed);
    this.ripples = new Noise(seed + 90);
  }

  /** What a ray meets first, or null if it leaves through the window. */
  @Nullable Hit nearest(Ray ray) {
    Hit nearest = null;
    double limit = FAR;
    for (Body body : bodies) {
      Hit hit = body.hit(ray, limit);
      if (hit != null) {
        nearest = hit;
        limit = hit.distance();
      }
    }
    return nearest;
  }

  /** The light on a point, see {@link Lighting#at}. */
  Light light(Hit hit, long choice) {
    return lighting.at(hit, choice);
  }

  /** Radiance from outside. */
  Vec outside(Vec direction) {
    return landscape.radiance(direction);
  }

  /** Radiance of a point towards the eye, given the light on it without the sun. */
  Vec radiance(Hit hit, Vec irradiance, Vec direction) {
    Surface surface = hit.surface();
    Vec light = irradiance.plus(lighting.sun(hit));
    return light
        .times(surface.albedo())
        .times(1 / Math.PI)
        .plus(surface.emission())
        .plus(mirrored(hit, direction));
  }

  /** What a glossy surface adds by Schlick's approximation of Fresnel's law. */
  private Vec mirrored(Hit hit, Vec direction) {
    double gloss = hit.surface().gloss();
    if (gloss == 0) {
      return Vec.ZERO;
    }
    Vec point = hit.point();
    double wave = ripples.fractal(point.x() * 18, point.z() * 5, 3) - 0.5;
    Vec normal = hit.normal().plus(new Vec(0.03 * wave, 0, 0.05 * wave)).unit();
    double cosine = Math.max(-direction.dot(normal), 0);
    double steep = (1 - cosine) * (1 - cosine);
    double fresnel = gloss * (0.04 + 0.96 * steep * steep * (1 - cosine));
    Vec away = direction.plus(2 * cosine, normal).unit();
    Hit seen = nearest(new Ray(point.plus(1e-3, hit.normal()), away));
    return (seen == null ? outside(away) : dim(seen)).times(fresnel);
  }

  private Vec dim(Hit seen) {
    Vec light = lighting.roughIrradiance(seen.point(), seen.normal());
    return light.times(seen.surface().albedo()).times(1 / Math.PI).plus(seen.surface().emission());
  }
}
