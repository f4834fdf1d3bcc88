package evenlight.demo;

/** Lacquered planks that run away from the camera, and a woven rug on them. */
final class Floor {
  private static final double PLANK = 0.145;
  private static final double LENGTH = 1.9;
  private static final Vec HEARTWOOD = new Vec(0.2, 0.095, 0.042);
  private static final Vec SAPWOOD = new Vec(0.42, 0.24, 0.115);

  private static final double RUG_X = -0.15;
  private static final double RUG_Z = 3.65;
  private static final double RUG_HALF_WIDTH = 1.32;
  private static final double RUG_HALF_LENGTH = 0.84;
  private static final Vec RED = new Vec(0.36, 0.05, 0.045);
  private static final Vec NAVY = new Vec(0.035, 0.05, 0.115);
  private static final Vec CREAM = new Vec(0.66, 0.55, 0.37);
  private static final Vec OCHRE = new Vec(0.55, 0.28, 0.05);

  private final Noise noise;

  Floor(long seed) {
    this.noise = new Noise(seed + 20);
  }

  /** The surface at a point of the floor. */
  Surface at(Vec point) {
    double u = Math.abs(point.x() - RUG_X);
    double v = Math.abs(point.z() - RUG_Z);
    return u < RUG_HALF_WIDTH && v < RUG_HALF_LENGTH
        ? rug(RUG_HALF_WIDTH - u, RUG_HALF_LENGTH - v, point)
        : planks(point.x(), point.z());
  }

  private Surface planks(double x, double z) {
    double column = Math.floor(x / PLANK);
    double shift = noise.uniform((long) column, 1) * LENGTH;
    double row = Math.floor((z + shift) / LENGTH);
    long plank = (long) (column * 64 + row);
    double tone = noise.uniform(plank, 2);
    double bow = 0.35 * noise.value(z * 1.3 + plank * 7.1, 3);
    double rings = noise.fractal(x * 42 + bow * 9 + plank * 3.7, z * 1.6 + plank, 4);
    double pores = noise.fractal(x * 260, z * 9 + plank, 2);
    Vec wood = HEARTWOOD.mix(SAPWOOD, Ramp.smooth(0.25, 0.8, rings) * 0.75 + 0.25 * tone);
    double edge = Ramp.fromWhole(x / PLANK) * PLANK;
    double end = Ramp.fromWhole((z + shift) / LENGTH) * LENGTH;
    double joint = Ramp.smooth(0.0005, 0.003, edge) * Ramp.smooth(0.0005, 0.004, end);
    double shade = (0.6 + 0.55 * tone) * (0.82 + 0.3 * pores) * (0.2 + 0.8 * joint);
    return Surface.glossy(wood.times(shade), 0.55 * joint);
  }

  /** The pattern of the rug at a distance from its edges. */
  private Surface rug(double fromSide, double fromEnd, Vec point) {
    double fromEdge = Math.min(fromSide, fromEnd);
    double weave = noise.fractal(point.x() * 170, point.z() * 170, 2);
    double wear = noise.fractal(point.x() * 3, point.z() * 3, 4);
    Vec dye;
    if (fromEdge < 0.025 || Math.abs(fromEdge - 0.25) < 0.012) {
      dye = CREAM;
    } else if (fromEdge < 0.25) {
      dye = border(point, fromEdge);
    } else {
      dye = field(point.x() - RUG_X, point.z() - RUG_Z);
    }
    return Surface.matt(dye.times(0.5 + 0.55 * weave + 0.4 * wear));
  }

  private static Vec border(Vec point, double fromEdge) {
    double u = Ramp.fromWhole(point.x() / 0.165);
    double v = Ramp.fromWhole(point.z() / 0.165);
    double diamond = u + v + Math.abs(fromEdge - 0.135) * 2;
    return diamond < 0.3 ? OCHRE : diamond < 0.42 ? CREAM : NAVY;
  }

  private static Vec field(double x, double z) {
    double medallion = Math.abs(x) / 0.62 + Math.abs(z) / 0.42;
    double wave = 0.05 * StrictMath.cos(24 * x) * StrictMath.cos(24 * z);
    double ring = medallion + wave;
    if (ring < 0.34 || (ring > 0.86 && ring < 0.95)) {
      return CREAM;
    }
    if (ring < 0.95) {
      return ring < 0.44 ? OCHRE : NAVY;
    }
    double u = Ramp.fromWhole(x / 0.2) - 0.25;
    double v = Ramp.fromWhole(z / 0.2) - 0.25;
    return u * u + v * v < 0.006 ? OCHRE : RED;
  }
}
