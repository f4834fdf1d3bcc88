package evenlight.demo;

import org.jspecify.annotations.Nullable;

/** A linen curtain in front of the back wall, in folds that let the light of the window through. */
final class Curtain implements Body {
  private static final double Z = 5.4;
  private static final double TOP = 2.5;
  private static final double HEM = 0.03;
  private static final Vec LINEN = new Vec(0.66, 0.36, 0.1);

  private final double left;
  private final double right;
  private final Noise noise;

  Curtain(double left, double right, long seed) {
    this.left = left;
    this.right = right;
    this.noise = new Noise(seed + 40);
  }

  @Override
  public @Nullable Hit hit(Ray ray, double limit) {
    double distance = (Z - ray.origin().z()) / ray.direction().z();
    if (!(distance > 0 && distance < limit)) {
      return null;
    }
    Vec point = ray.at(distance);
    double sway = 0.02 * (noise.value(point.y() * 2.2, left * 9) - 0.5);
    double x = point.x() + sway;
    if (x < left || x > right || point.y() < HEM || point.y() > TOP) {
      return null;
    }
    double phase = 58 * x + 2.6 * noise.value(x * 7, point.y() * 0.5);
    Vec normal = new Vec(0.8 * StrictMath.cos(phase), 0, -1).unit();
    double hollow = 0.62 + 0.38 * StrictMath.sin(phase);
    double weave = 0.85 + 0.3 * noise.fractal(x * 240, point.y() * 240, 2);
    Vec cloth = LINEN.times(hollow * weave);
    return new Hit(distance, point, normal, Surface.translucent(cloth, 0.4), this);
  }

  @Override
  public boolean blocks(Ray ray, double limit) {
    double distance = (Z - ray.origin().z()) / ray.direction().z();
    if (!(distance > 0 && distance < limit)) {
      return false;
    }
    Vec point = ray.at(distance);
    return point.x() > left && point.x() < right && point.y() < TOP;
  }

  @Override
  public double clearance(Vec point) {
    double x = Math.max(left - point.x(), point.x() - right);
    double distance = Math.max(Math.max(x, point.y() - TOP), Math.abs(point.z() - Z) - 0.03);
    return Math.max(distance, 0.02);
  }
}
