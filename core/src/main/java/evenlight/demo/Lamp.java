package evenlight.demo;

import org.jspecify.annotations.Nullable;

/** The shade of a table lamp: a glowing cylinder, open above and below, with the bulb inside. */
final class Lamp implements Body {
  /** Where the bulb is. */
  static final Vec BULB = new Vec(-2.55, 1.33, 5.0);

  private static final double RADIUS = 0.17;
  private static final double HALF_HEIGHT = 0.14;
  private static final Vec GLOW = new Vec(5.2, 2.7, 0.95);

  private final Noise noise;

  Lamp(long seed) {
    this.noise = new Noise(seed + 50);
  }

  @Override
  public @Nullable Hit hit(Ray ray, double limit) {
    Vec from = ray.origin().minus(BULB);
    Vec to = ray.direction();
    double a = to.x() * to.x() + to.z() * to.z();
    double b = from.x() * to.x() + from.z() * to.z();
    double c = from.x() * from.x() + from.z() * from.z() - RADIUS * RADIUS;
    double discriminant = b * b - a * c;
    if (discriminant < 0) {
      return null;
    }
    double root = Math.sqrt(discriminant);
    for (double distance : new double[] {(-b - root) / a, (-b + root) / a}) {
      Vec local = from.plus(distance, to);
      if (distance > 0 && distance < limit && Math.abs(local.y()) < HALF_HEIGHT) {
        boolean inner = distance * a > -b;
        Vec normal = new Vec(local.x(), 0, local.z()).times((inner ? -1 : 1) / RADIUS);
        return new Hit(distance, ray.at(distance), normal, shade(local, normal, to, inner), this);
      }
    }
    return null;
  }

  /** Bright where the bulb is near behind the cloth, darker at the rims. */
  private Surface shade(Vec local, Vec normal, Vec view, boolean inner) {
    double facing = Math.abs(normal.dot(view));
    double near = 1 / (1 + 40 * local.y() * local.y());
    double rim = Ramp.smooth(HALF_HEIGHT, HALF_HEIGHT - 0.012, Math.abs(local.y()));
    double cloth = 0.9 + 0.2 * noise.fractal(local.x() * 160, local.y() * 160, 2);
    double power = inner ? 5 : (0.1 + 0.9 * facing * facing * near) * (0.45 + 0.55 * rim);
    return Surface.shining(GLOW.times(power * cloth));
  }

  @Override
  public boolean blocks(Ray ray, double limit) {
    return false;
  }

  @Override
  public double clearance(Vec point) {
    return Double.POSITIVE_INFINITY;
  }
}
