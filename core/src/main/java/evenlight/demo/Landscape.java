package evenlight.demo;

/**
 * What is seen through the window: clouds over two ranges of hills, a wood and a sun-lit meadow.
 *
 * <p>All of it is far away and depends on the direction of view alone, given by its slopes: {@code
 * side} = x/z to the right and {@code rise} = y/z upwards.
 */
final class Landscape {
  private static final Vec ZENITH = new Vec(1.3, 3.4, 8.2);
  private static final Vec HORIZON = new Vec(8.5, 10, 11);
  private static final Vec CLOUD_LIT = new Vec(17, 16.6, 16);
  private static final Vec CLOUD_BASE = new Vec(7.5, 8.6, 10.5);
  private static final Vec SUN_TINT = new Vec(1.2, 1.05, 0.75);

  private final Noise clouds;
  private final Noise ground;

  Landscape(long seed) {
    this.clouds = new Noise(seed + 1);
    this.ground = new Noise(seed + 2);
  }

  /** Radiance from a direction. */
  Vec radiance(Vec direction) {
    double side = direction.x() / direction.z();
    double rise = direction.y() / direction.z();
    if (rise < edge(side, -0.062, 0.016, 9)) {
      return meadow(side, rise);
    }
    if (rise < edge(side, -0.058, 0.034, 11) + crowns(side)) {
      return wood(side, rise);
    }
    if (rise < edge(side, -0.03, 0.06, 6)) {
      return hill(side, rise);
    }
    if (rise < edge(side + 3, -0.004, 0.055, 9)) {
      return mountain(side, rise);
    }
    return sky(side, rise);
  }

  private Vec sky(double side, double rise) {
    Vec blue = HORIZON.mix(ZENITH, Ramp.smooth(-0.05, 0.24, rise));
    double stretch = 1 / (0.35 + Math.max(rise, 0) * 2.2);
    double u = side * 11 * stretch;
    double v = rise * 30 * stretch;
    double here = cloud(u, v);
    double towardsSun = cloud(u - 0.22, v + 0.3);
    double cover = Ramp.smooth(0.47, 0.6, here);
    double lit = Ramp.smooth(-0.16, 0.14, here - towardsSun) * (1 - 0.4 * cover * here);
    return blue.mix(CLOUD_BASE.mix(CLOUD_LIT, lit), 0.96 * cover);
  }

  private double cloud(double u, double v) {
    double bend = clouds.value(u * 0.7 + 40, v * 0.7);
    return clouds.fractal(u + 0.8 * bend, v + 0.6 * bend, 6);
  }

  private Vec mountain(double side, double rise) {
    double slope = relief(side * 26, rise * 60);
    Vec rock = new Vec(2.6, 3.6, 5.2).mix(new Vec(4.6, 5.3, 6.2), slope);
    return rock.mix(HORIZON, 0.25 + 0.3 * Ramp.smooth(0.03, -0.03, rise));
  }

  private Vec hill(double side, double rise) {
    double slope = relief(side * 40, rise * 110);
    double fields = Ramp.smooth(0.5, 0.56, ground.fractal(side * 22, rise * 90 + 7, 3));
    Vec trees = new Vec(0.75, 1.35, 0.75).mix(new Vec(1.9, 2.7, 1.1), slope);
    Vec grass = new Vec(3.2, 3.9, 1.5).times(0.75 + 0.5 * slope);
    return trees.mix(grass, fields).mix(HORIZON, 0.14);
  }

  private Vec wood(double side, double rise) {
    double light = relief(side * 120, rise * 190);
    double leaves = ground.fractal(side * 420, rise * 520, 3);
    Vec shade = new Vec(0.13, 0.24, 0.12);
    Vec sunny = new Vec(1.5, 2.1, 0.5);
    Vec autumn = new Vec(2.3, 1.35, 0.35);
    Vec crown = sunny.mix(autumn, Ramp.smooth(0.55, 0.7, ground.fractal(side * 34, 5, 2)));
    return shade.mix(crown, light * (0.45 + leaves)).times(SUN_TINT);
  }

  private Vec meadow(double side, double rise) {
    double depth = 1 / Math.max(0.02, 0.004 - rise);
    double blades = ground.fractal(side * depth * 18, depth * 8, 5);
    double patches = ground.fractal(side * depth * 1.3, depth * 0.6, 4);
    double bend = 0.02 * StrictMath.sin(depth * 0.45) - 0.11 - rise * 0.4;
    double path = Ramp.inside(bend - 0.08 / depth, bend + 0.08 / depth, 0.05 / depth, side);
    Vec grass = new Vec(1.1, 1.9, 0.4).mix(new Vec(3.4, 3.5, 0.9), Ramp.smooth(0.3, 0.7, patches));
    Vec lit = grass.times(0.55 + 0.9 * blades).times(SUN_TINT);
    return lit.mix(new Vec(5.2, 4.4, 3.1).times(0.8 + 0.4 * blades), path);
  }

  /** Upper edge of a range. */
  private double edge(double side, double base, double height, double frequency) {
    return base + height * ground.fractal(side * frequency, base * 1000, 4);
  }

  /** Rounded tree tops along the edge of the wood. */
  private double crowns(double side) {
    double trees = ground.value(side * 95, 3) * ground.value(side * 260, 8);
    return 0.022 * trees + 0.004 * ground.value(side * 700, 4);
  }

  /** How much a rough slope is turned to the sun up on the left, in [0,1]. */
  private double relief(double u, double v) {
    double rise = ground.fractal(u, v, 5) - ground.fractal(u - 0.35, v + 0.35, 5);
    return Ramp.smooth(-0.22, 0.22, rise);
  }
}
