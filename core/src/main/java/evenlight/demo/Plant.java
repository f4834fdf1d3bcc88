package evenlight.demo;

import org.jspecify.annotations.Nullable;

/** A rubber plant: pointed leaves around thin stems, through which the window shines. */
final class Plant implements Body {
  private record Leaf(Vec base, Vec along, Vec across, Vec normal, double length, double width) {}

  private static final int LEAVES = 84;
  private static final Vec GREEN = new Vec(0.06, 0.17, 0.035);
  private static final Vec FRESH = new Vec(0.17, 0.3, 0.05);

  private final Leaf[] leaves = new Leaf[LEAVES];
  private final Noise noise;

  /**
   * A plant.
   *
   * @param root where the stems leave the pot
   * @param height of the crown above it, in metres
   */
  Plant(Vec root, double height, long seed) {
    this.noise = new Noise(seed + 60);
    for (int i = 0; i < LEAVES; i++) {
      double up = noise.uniform(i, 0);
      double turn = 2.399963 * i + noise.uniform(i, 1);
      Vec out = new Vec(StrictMath.cos(turn), 0, StrictMath.sin(turn));
      double lean = 0.04 + 0.16 * noise.uniform(i, 2);
      Vec base = root.plus(new Vec(0, height * (0.12 + 0.88 * up), 0)).plus(lean, out);
      Vec along = out.plus(new Vec(0, 1.2 * up - 0.35 + 0.5 * noise.uniform(i, 3), 0)).unit();
      Vec tilt = new Vec(noise.normal(i, 4), 3, noise.normal(i, 5));
      Vec across = along.cross(tilt).unit();
      double length = 0.2 + 0.14 * noise.uniform(i, 6);
      leaves[i] = new Leaf(base, along, across, along.cross(across), length, 0.26 * length);
    }
  }

  @Override
  public @Nullable Hit hit(Ray ray, double limit) {
    Leaf nearest = null;
    double distance = limit;
    for (Leaf leaf : leaves) {
      double here = distance(leaf, ray);
      if (here < distance) {
        distance = here;
        nearest = leaf;
      }
    }
    return nearest == null ? null : hit(nearest, ray, distance);
  }

  private Hit hit(Leaf leaf, Ray ray, double distance) {
    Vec local = ray.at(distance).minus(leaf.base());
    double along = local.dot(leaf.along()) / leaf.length();
    double across = local.dot(leaf.across()) / leaf.width();
    double vein = Ramp.smooth(0.05, 0.0, Math.abs(across));
    double ribs = 0.85 + 0.15 * StrictMath.cos(60 * (along - 0.4 * Math.abs(across)));
    Vec colour = GREEN.mix(FRESH, 0.5 * along * along + 0.5 * vein).times(ribs);
    boolean front = leaf.normal().dot(ray.direction()) < 0;
    Vec facing = leaf.normal().times(front ? 1 : -1);
    Vec normal = facing.plus((front ? 0.35 : -0.35) * Math.signum(across), leaf.across()).unit();
    return new Hit(distance, ray.at(distance), normal, Surface.translucent(colour, 0.7), this);
  }

  @Override
  public boolean blocks(Ray ray, double limit) {
    for (Leaf leaf : leaves) {
      if (distance(leaf, ray) < limit) {
        return true;
      }
    }
    return false;
  }

  /** Distance at which a ray meets a leaf, or infinity. */
  private static double distance(Leaf leaf, Ray ray) {
    double distance =
        leaf.base().minus(ray.origin()).dot(leaf.normal()) / ray.direction().dot(leaf.normal());
    if (!(distance > 1e-4)) {
      return Double.POSITIVE_INFINITY;
    }
    Vec local = ray.at(distance).minus(leaf.base());
    double along = local.dot(leaf.along()) / leaf.length();
    double across = Math.abs(local.dot(leaf.across())) / leaf.width();
    double outline = along > 0 && along < 1 ? 4 * along * (1 - along) * (1.25 - 0.5 * along) : 0;
    return across < outline ? distance : Double.POSITIVE_INFINITY;
  }

  @Override
  public double clearance(Vec point) {
    return Double.POSITIVE_INFINITY;
  }
}
