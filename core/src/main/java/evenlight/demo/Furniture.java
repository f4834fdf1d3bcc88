package evenlight.demo;

import java.util.ArrayList;
import java.util.List;

/** Everything that stands in the room. */
final class Furniture {
  private static final Vec OAK = new Vec(0.3, 0.16, 0.07);
  private static final Vec TEAL = new Vec(0.025, 0.17, 0.2);
  private static final Vec TERRACOTTA = new Vec(0.42, 0.15, 0.07);
  private static final Vec WHITE = new Vec(0.72, 0.71, 0.68);
  private static final Surface BRASS = Surface.glossy(new Vec(0.45, 0.3, 0.1), 0.5);
  private static final double CHAIR_TURN = 0.62;
  private static final Vec CHAIR = new Vec(1.5, 0, 3.75);

  private final List<Body> bodies = new ArrayList<>();
  private final Finishes finishes;

  private Furniture(long seed) {
    this.finishes = new Finishes(new Noise(seed + 70));
  }

  /** The furnished room; what stands in front comes first, which is the fastest to trace. */
  static List<Body> of(long seed) {
    Furniture furniture = new Furniture(seed);
    List<Body> groups = new ArrayList<>();
    furniture.armchair();
    groups.add(new Group(CHAIR.plus(new Vec(0, 0.5, 0)), 0.85, furniture.take()));
    furniture.table();
    groups.add(new Group(new Vec(-0.62, 0.3, 3.55), 0.62, furniture.take()));
    furniture.plant(seed);
    groups.add(new Group(new Vec(1.08, 0.85, 4.86), 0.95, furniture.take()));
    furniture.chest(seed);
    groups.add(new Group(new Vec(-2.6, 1, 4.9), 1.3, furniture.take()));
    furniture.fixtures(seed);
    furniture.box(2.885, 1.72, 4.72, 0.014, 0.36, 0.27, 0.006, furniture.finishes::print);
    groups.addAll(furniture.take());
    return groups;
  }

  /** What was put up since the last call. */
  private List<Body> take() {
    List<Body> taken = List.copyOf(bodies);
    bodies.clear();
    return taken;
  }

  private void fixtures(long seed) {
    bodies.add(new Bookcase(seed));
    bodies.add(new Curtain(-2.13, -1.56, seed));
    bodies.add(new Curtain(0.46, 1.02, seed));
    box(-0.55, 2.53, 5.4, 1.75, 0.016, 0.016, 0.015, finishes.wood(Finishes.WALNUT, 0.05));
    box(-0.55, 0.765, 5.44, 1.18, 0.018, 0.11, 0.008, Finishes.paint(WHITE));
    for (int beam = 0; beam < 4; beam++) {
      box(1.4 * beam - 2.1, 2.68, 2.7, 0.075, 0.08, 2.8, 0.008, finishes.wood(Finishes.WALNUT, 0));
    }
  }

  private void chest(long seed) {
    box(-2.6, 0.42, 4.9, 0.27, 0.36, 0.46, 0.012, finishes.wood(OAK, 0.12));
    box(-2.6, 0.795, 4.9, 0.29, 0.016, 0.48, 0.01, finishes.wood(OAK, 0.12));
    bodies.add(
        new Ball(
            new Vec(-2.55, 0.97, 5.0), 0.1, 1.6, Surface.glossy(new Vec(0.02, 0.1, 0.24), 0.4)));
    bodies.add(new Lamp(seed));
    for (int drawer = 0; drawer < 3; drawer++) {
      double y = 0.19 + 0.235 * drawer;
      box(-2.325, y, 4.9, 0.012, 0.106, 0.43, 0.006, finishes.wood(OAK, 0.12));
      bodies.add(new Ball(new Vec(-2.295, y, 4.72), 0.02, 1, BRASS));
      bodies.add(new Ball(new Vec(-2.295, y, 5.08), 0.02, 1, BRASS));
    }
    box(-2.885, 1.78, 4.78, 0.014, 0.3, 0.36, 0.006, finishes::painting);
  }

  private void armchair() {
    part(0, 0.3, 0, 0.36, 0.09, 0.36, 0.04);
    part(0, 0.43, -0.04, 0.27, 0.085, 0.34, 0.07);
    part(0, 0.62, 0.32, 0.36, 0.38, 0.1, 0.09);
    part(-0.36, 0.42, -0.02, 0.085, 0.21, 0.36, 0.08);
    part(0.36, 0.42, -0.02, 0.085, 0.21, 0.36, 0.08);
    for (int leg = 0; leg < 4; leg++) {
      Vec foot = inChair((leg & 1) * 0.62 - 0.31, 0.105, (leg >> 1) * 0.58 - 0.3);
      box(
          foot.x(),
          foot.y(),
          foot.z(),
          0.022,
          0.105,
          0.022,
          0.01,
          finishes.wood(Finishes.WALNUT, 0.05));
    }
    Vec cushion = inChair(0.02, 0.66, 0.13);
    bodies.add(
        new RoundedBox(
            cushion,
            new Vec(0.19, 0.17, 0.075),
            0.07,
            CHAIR_TURN + 0.1,
            finishes.cloth(new Vec(0.62, 0.3, 0.03))));
  }

  private void table() {
    box(-0.62, 0.36, 3.55, 0.42, 0.022, 0.27, 0.012, finishes.wood(OAK, 0.12));
    for (int leg = 0; leg < 4; leg++) {
      double x = -0.62 + ((leg & 1) * 0.72 - 0.36);
      double z = 3.55 + ((leg >> 1) * 0.44 - 0.22);
      box(x, 0.17, z, 0.02, 0.17, 0.02, 0.008, finishes.wood(OAK, 0.12));
    }
    Surface orange = Surface.glossy(new Vec(0.72, 0.24, 0.015), 0.12);
    Surface lemon = Surface.glossy(new Vec(0.75, 0.56, 0.04), 0.12);
    Surface bowl = Surface.glossy(new Vec(0.05, 0.16, 0.36), 0.35);
    bodies.add(new Ball(new Vec(-0.72, 0.415, 3.58), 0.14, 0.36, bowl));
    bodies.add(new Ball(new Vec(-0.78, 0.475, 3.56), 0.045, 1, orange));
    bodies.add(new Ball(new Vec(-0.69, 0.475, 3.53), 0.043, 1, orange));
    bodies.add(new Ball(new Vec(-0.72, 0.48, 3.63), 0.04, 0.9, lemon));
    bodies.add(new Ball(new Vec(-0.73, 0.52, 3.57), 0.042, 1, orange));
    box(-0.38, 0.394, 3.46, 0.1, 0.012, 0.075, 0.004, Finishes.paint(new Vec(0.4, 0.03, 0.04)));
    box(-0.37, 0.416, 3.46, 0.085, 0.01, 0.065, 0.004, Finishes.paint(new Vec(0.6, 0.55, 0.45)));
  }

  private void plant(long seed) {
    double x = 1.08;
    double z = 4.86;
    bodies.add(new Ball(new Vec(x, 0.2, z), 0.21, 0.95, Surface.matt(TERRACOTTA)));
    box(x, 0.72, z, 0.012, 0.45, 0.012, 0.01, Finishes.paint(new Vec(0.12, 0.08, 0.04)));
    bodies.add(new Plant(new Vec(x, 0.42, z), 1.0, seed));
  }

  private void part(double x, double y, double z, double dx, double dy, double dz, double radius) {
    bodies.add(
        new RoundedBox(
            inChair(x, y, z), new Vec(dx, dy, dz), radius, CHAIR_TURN, finishes.cloth(TEAL)));
  }

  private static Vec inChair(double x, double y, double z) {
    double cosine = StrictMath.cos(CHAIR_TURN);
    double sine = StrictMath.sin(CHAIR_TURN);
    return CHAIR.plus(new Vec(cosine * x + sine * z, y, cosine * z - sine * x));
  }

  private void box(
      double x,
      double y,
      double z,
      double dx,
      double dy,
      double dz,
      double radius,
      RoundedBox.Finish finish) {
    bodies.add(new RoundedBox(new Vec(x, y, z), new Vec(dx, dy, dz), radius, 0, finish));
  }
}
