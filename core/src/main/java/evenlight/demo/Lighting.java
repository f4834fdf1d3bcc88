package evenlight.demo;

import java.util.List;

/**
 * Light that falls on a point of the room.
 *
 * <p>The window is an area of {@link #COLUMNS} × {@link #ROWS} small lights, of which a few, chosen
 * per pixel, are tested for things in between; the sun comes through its panes. The sun's patch on
 * the floor and the bulb of the lamp are lights of their own, and what is left is a weak light from
 * everywhere that fades where surfaces are close to each other.
 */
final class Lighting {
  private static final int COLUMNS = 4;
  private static final int ROWS = 4;
  private static final int CELLS = COLUMNS * ROWS;
  private static final int TESTED = 4;

  /** Radiance of the window as the room sees it, from the ground below to the sky above. */
  private static final Vec[] OUTSIDE = {
    new Vec(1, 1.15, 0.6), new Vec(2, 2.5, 2.3), new Vec(6.8, 8, 9.5), new Vec(6, 7.6, 10)
  };

  private static final double TRANSMISSION = 0.3;
  private static final Vec SUNSHINE = new Vec(26, 22.5, 17);
  private static final Vec PATCH = new Vec(0.15, 0.02, 3.65);
  private static final Vec PATCH_RADIANCE = new Vec(1.05, 0.52, 0.3);
  private static final double PATCH_AREA = 2.2;
  private static final Vec BULB = new Vec(0.36, 0.19, 0.07);
  private static final Vec AMBIENT = new Vec(0.021, 0.018, 0.0155);
  private static final double OFFSET = 2e-3;

  private final Body[] bodies;
  private final Noise noise;

  Lighting(List<Body> bodies, long seed) {
    this.bodies = bodies.toArray(Body[]::new);
    this.noise = new Noise(seed + 80);
  }

  /**
   * The light on a point, but for the sun.
   *
   * @param hit the point
   * @param choice what is tested for shadow; neighbours of different choices complete each other
   */
  Light at(Hit hit, long choice) {
    Light front = side(hit.point(), hit.normal(), choice);
    double translucency = hit.surface().translucency();
    if (translucency == 0) {
      return front;
    }
    Light back = side(hit.point(), hit.normal().times(-1), choice);
    return new Light(front.total().plus(translucency, back.total()), Vec.ZERO, 1);
  }

  private Light side(Vec point, Vec normal, long choice) {
    Vec from = point.plus(OFFSET, normal);
    double open = openness(point, normal);
    Vec steady =
        patch(from, normal)
            .plus(ambient(point, normal))
            .times(open)
            .plus(0.3 + 0.7 * open, lamp(from, normal));
    return window(from, normal, steady, choice);
  }

  /** Irradiance of the sun, on the back too where it shines through. */
  Vec sun(Hit hit) {
    double cosine = hit.normal().dot(Window.SUN);
    double share = cosine > 0 ? cosine : -cosine * hit.surface().translucency();
    double passing = share > 0 ? Window.sunlight(hit.point()) : 0;
    Vec from = hit.point().plus(cosine > 0 ? OFFSET : -OFFSET, hit.normal());
    return passing > 0 && free(from, Window.SUN.times(3))
        ? SUNSHINE.times(share * passing)
        : Vec.ZERO;
  }

  /** Irradiance without shadows, enough for what is seen in a mirror. */
  Vec roughIrradiance(Vec point, Vec normal) {
    Vec sum = ambient(point, normal).plus(patch(point, normal)).plus(lamp(point, normal));
    return sum.plus(Window.sunlight(point) * Math.max(normal.dot(Window.SUN), 0), SUNSHINE);
  }

  private Light window(Vec point, Vec normal, Vec steady, long choice) {
    Vec sum = Vec.ZERO;
    double tested = 0;
    double seen = 0;
    for (int k = 0; k < CELLS; k++) {
      int cell = Math.floorMod(choice + 5L * k, CELLS);
      double weight = transfer(light(cell, 0.5, 0.5).minus(point), normal);
      sum = sum.plus(weight, OUTSIDE[cell / COLUMNS]);
      if (weight > 0 && k < TESTED) {
        Vec target = light(cell, noise.uniform(choice, 2L * k), noise.uniform(choice, 2L * k + 1));
        tested += weight;
        seen += free(point, target.minus(point)) ? weight : 0;
      }
    }
    return new Light(steady, sum.times(TRANSMISSION), tested > 0 ? seen / tested : 1);
  }

  /** A point in a cell of the window. */
  private static Vec light(int cell, double u, double v) {
    int row = cell / COLUMNS;
    int column = cell % COLUMNS;
    double x = (column + u) / COLUMNS;
    double y = (row + v) / ROWS;
    return new Vec(
        Window.LEFT + x * (Window.RIGHT - Window.LEFT),
        Window.SILL + y * (Window.TOP - Window.SILL),
        Room.BACK + 0.1);
  }

  /** Irradiance per radiance of one cell that faces the room. */
  private static double transfer(Vec way, Vec normal) {
    double area = (Window.RIGHT - Window.LEFT) * (Window.TOP - Window.SILL) / CELLS;
    double squared = way.dot(way);
    double cosines = Math.max(way.dot(normal), 0) * Math.max(way.z(), 0);
    return cosines * area / (squared * (squared + area));
  }

  private static Vec patch(Vec point, Vec normal) {
    Vec way = PATCH.minus(point);
    double squared = way.dot(way);
    double cosines = Math.max(way.dot(normal), 0) * Math.max(-way.y(), 0);
    return PATCH_RADIANCE.times(PATCH_AREA * cosines / (squared * (squared + PATCH_AREA)));
  }

  /** The bulb shines freely up and down and dimly through its shade. */
  private static Vec lamp(Vec point, Vec normal) {
    Vec way = Lamp.BULB.minus(point);
    double distance = way.length();
    double steep = Math.abs(way.y()) / distance;
    double beam = 0.25 + 0.75 * Ramp.smooth(0.5, 0.72, steep);
    double cosine = Math.max(way.dot(normal), 0) / distance;
    return BULB.times(beam * cosine / (distance * distance + 0.02));
  }

  /** Light from everywhere: many times reflected, weaker away from the sun's patch. */
  private static Vec ambient(Vec point, Vec normal) {
    Vec way = PATCH.minus(point);
    double far = 1 / (1 + 0.16 * way.dot(way));
    return AMBIENT.times((0.35 + 1.6 * far) * (1 + 0.25 * normal.y()));
  }

  /** How far the surroundings keep away from a point: 1 in the open, towards 0 in a crevice. */
  private double openness(Vec point, Vec normal) {
    double near = shut(point, normal, 0.05);
    double middle = shut(point, normal, 0.18);
    double far = shut(point, normal, 0.5);
    return 1 - 0.92 * (0.3 * near + 0.36 * middle + 0.34 * far);
  }

  private double shut(Vec point, Vec normal, double reach) {
    Vec probe = point.plus(reach, normal);
    double gap = reach;
    for (Body body : bodies) {
      gap = Math.min(gap, body.clearance(probe));
    }
    return 1 - Math.max(gap, 0) / reach;
  }

  /** Whether nothing stands between a point and the end of a way from it. */
  private boolean free(Vec point, Vec way) {
    double length = way.length();
    Ray ray = new Ray(point, way.times(1 / length));
    for (Body body : bodies) {
      if (body.blocks(ray, length - 0.12)) {
        return false;
      }
    }
    return true;
  }
}
