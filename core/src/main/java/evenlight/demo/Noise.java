package evenlight.demo;

/**
 * Seeded value noise: random numbers on a grid of whole coordinates, smooth in between.
 *
 * <p>A number depends on seed and coordinates alone, so pixels can be rendered in any order.
 *
 * @param seed another seed is another pattern
 */
record Noise(long seed) {
  /** A uniform number in [0,1) for a cell. */
  double uniform(long i, long j) {
    return (bits(i, j) >>> 11) * 0x1p-53;
  }

  /** A number of mean 0, variance 1 and roughly normal distribution (sum of four uniform ones). */
  double normal(long i, long j) {
    long bits = bits(i, j);
    long sum = 0;
    for (int k = 0; k < 4; k++) {
      sum += (bits >>> (16 * k)) & 0xffff;
    }
    return (sum / 65535.0 - 2) * Math.sqrt(3);
  }

  /** Smooth noise in [0,1] with features of about one unit. */
  double value(double x, double y) {
    double floorX = Math.floor(x);
    double floorY = Math.floor(y);
    long i = (long) floorX;
    long j = (long) floorY;
    double u = fade(x - floorX);
    double v = fade(y - floorY);
    double top = uniform(i, j) + u * (uniform(i + 1, j) - uniform(i, j));
    double bottom = uniform(i, j + 1) + u * (uniform(i + 1, j + 1) - uniform(i, j + 1));
    return top + v * (bottom - top);
  }

  /** Fractal noise in [0,1]: octaves of doubled frequency and halved height, turned each time. */
  double fractal(double x, double y, int octaves) {
    double sum = 0;
    double height = 0.5;
    double total = 0;
    for (int k = 0; k < octaves; k++) {
      sum += height * value(x, y);
      total += height;
      height *= 0.5;
      double turned = 1.6 * x - 1.2 * y + 17.3;
      y = 1.2 * x + 1.6 * y - 9.1;
      x = turned;
    }
    return sum / total;
  }

  private static double fade(double t) {
    return t * t * t * (t * (6 * t - 15) + 10);
  }

  /** The finaliser of SplitMix64 over seed and coordinates. */
  private long bits(long i, long j) {
    long z = seed + i * 0x9E3779B97F4A7C15L + j * 0xD1B54A32D192ED03L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
