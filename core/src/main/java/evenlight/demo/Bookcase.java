package evenlight.demo;

import org.jspecify.annotations.Nullable;

/**
 * A bookcase against the back wall: boards in front, rows of book spines a little behind them, and
 * dark wood at the back where a book is short or missing.
 */
final class Bookcase implements Body {
  private static final double LEFT = 1.42;
  private static final double RIGHT = 2.86;
  private static final double TOP = 2.16;
  private static final double FRONT = 5.18;
  private static final double BOARD = 0.028;
  private static final double PLINTH = 0.1;
  private static final int SHELVES = 6;
  private static final double STEP = (TOP - BOARD - PLINTH) / SHELVES;
  private static final double SPINES = FRONT + 0.045;
  private static final double BACK = FRONT + 0.26;
  private static final int MOST_BOOKS = 64;

  private static final Vec[] CLOTHS = {
    new Vec(0.42, 0.03, 0.03), new Vec(0.04, 0.1, 0.28), new Vec(0.05, 0.2, 0.1),
    new Vec(0.55, 0.3, 0.05), new Vec(0.5, 0.44, 0.33), new Vec(0.12, 0.05, 0.03),
    new Vec(0.04, 0.24, 0.27), new Vec(0.28, 0.06, 0.2), new Vec(0.6, 0.14, 0.03),
    new Vec(0.62, 0.6, 0.55), new Vec(0.03, 0.03, 0.04), new Vec(0.36, 0.2, 0.1),
  };

  private final Noise noise;
  private final double[][] edges = new double[SHELVES][MOST_BOOKS + 1];

  Bookcase(long seed) {
    this.noise = new Noise(seed + 30);
    for (int shelf = 0; shelf < SHELVES; shelf++) {
      double edge = LEFT + BOARD;
      for (int book = 0; book <= MOST_BOOKS; book++) {
        edges[shelf][book] = edge;
        edge += 0.022 + 0.04 * noise.uniform(shelf * 100L + book, 0);
      }
    }
  }

  @Override
  public @Nullable Hit hit(Ray ray, double limit) {
    double side = (LEFT - ray.origin().x()) / ray.direction().x();
    double front = (FRONT - ray.origin().z()) / ray.direction().z();
    double distance = front > 0 ? front : Double.POSITIVE_INFINITY;
    Vec point = ray.at(distance);
    if (point.x() < LEFT && side > distance) {
      Vec flank = ray.at(side);
      boolean seen = side < limit && flank.z() < Room.BACK && flank.y() < TOP;
      return seen
          ? new Hit(side, flank, new Vec(-1, 0, 0), wood(flank.z(), flank.y(), 1), this)
          : null;
    }
    if (distance >= limit || point.x() < LEFT || point.x() > RIGHT || point.y() > TOP) {
      return null;
    }
    return new Hit(distance, point, new Vec(0, 0, -1), front(ray, point), this);
  }

  @Override
  public boolean blocks(Ray ray, double limit) {
    return false;
  }

  @Override
  public double clearance(Vec point) {
    double x = Math.max(LEFT - point.x(), point.x() - RIGHT);
    double outside = Math.max(x, Math.max(point.y() - TOP, FRONT - point.z()));
    return Math.max(outside, 0.01);
  }

  /** What is seen through the front at a point of it. */
  private Surface front(Ray ray, Vec point) {
    double level = (point.y() - PLINTH) / STEP;
    double inShelf = (level - Math.floor(level)) * STEP;
    boolean frame =
        point.x() < LEFT + BOARD || point.x() > RIGHT - BOARD || point.y() > TOP - BOARD;
    if (frame || level < 0 || inShelf < BOARD) {
      return wood(point.x(), point.y(), 1);
    }
    Vec spine = ray.at((SPINES - ray.origin().z()) / ray.direction().z());
    int shelf = (int) Math.floor(Math.min(Math.max((spine.y() - PLINTH) / STEP, 0), SHELVES - 1));
    double height = spine.y() - PLINTH - shelf * STEP - BOARD;
    int book = 0;
    while (book < MOST_BOOKS - 1 && edges[shelf][book + 1] < spine.x()) {
      book++;
    }
    double across =
        (spine.x() - edges[shelf][book]) / (edges[shelf][book + 1] - edges[shelf][book]);
    long id = shelf * 100L + book;
    if (height > 0 && height < tall(id)) {
      double shade = Ramp.smooth(STEP, 0.02, height) * 0.55 + 0.4;
      return spine(id, across, height / tall(id), shade, spine);
    }
    Vec behind = ray.at((BACK - ray.origin().z()) / ray.direction().z());
    return wood(behind.x(), behind.y(), 0.1);
  }

  /** Height of a book; some places are empty. */
  private double tall(long id) {
    double place = noise.uniform(id, 1);
    boolean gap = noise.value(id * 0.31, 5.5) > 0.83;
    return gap ? 0 : STEP * (0.58 + 0.3 * place);
  }

  /** A rounded spine with its title and gilt bands. */
  private Surface spine(long id, double across, double up, double shade, Vec point) {
    Vec cloth = CLOTHS[(int) (noise.uniform(id / 3, id % 7 < 4 ? 2 : id) * CLOTHS.length)];
    double round = 1 - 3.2 * (across - 0.5) * (across - 0.5);
    double seam = Ramp.smooth(0, 0.09, 0.5 - Math.abs(across - 0.5));
    double grain = 0.8 + 0.4 * noise.fractal(point.x() * 300, point.y() * 120, 2);
    double style = noise.uniform(id, 4);
    boolean band = Math.abs(up - 0.12) < 0.012 || Math.abs(up - 0.9) < 0.012;
    boolean label = style < 0.45 && Math.abs(up - 0.68) < 0.11 && Math.abs(across - 0.5) < 0.36;
    boolean title = label && noise.value(up * 60 + id, across * 5) > 0.55;
    Vec colour = cloth;
    boolean gilt = band && style > 0.2;
    if (gilt || title) {
      colour = new Vec(0.62, 0.44, 0.15);
    } else if (label) {
      colour = cloth.times(0.35);
    }
    return Surface.matt(colour.times(round * (0.25 + 0.75 * seam) * grain * shade));
  }

  private Surface wood(double along, double up, double light) {
    double grain = noise.fractal(along * 14, up * 120, 4);
    return Surface.matt(new Vec(0.16, 0.075, 0.035).times((0.6 + 0.8 * grain) * light));
  }
}
