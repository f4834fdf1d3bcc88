package evenlight.fusion.classical;

import evenlight.filter.BoxFilter;

/**
 * The patches around one row of one exposure: their base and the strength of their signal.
 *
 * <p>Rows come in from top to bottom; the statistics are those around the row that came in r rows
 * before the newest. {@link MespdScale} has the formulas.
 */
final class PatchStatistics {
  private static final double TINY = 1e-12;

  private final ExposureRows exposures;
  private final int exposure;
  private final int radius;
  private final double lambda;
  private final BoxFilter sums;
  private final BoxFilter squares;
  private final double[] edges;
  private final double[] base;
  private final double[] strength;

  PatchStatistics(ExposureRows exposures, int exposure, int radius, double lambda) {
    int width = exposures.width();
    this.exposures = exposures;
    this.exposure = exposure;
    this.radius = radius;
    this.lambda = lambda;
    this.sums = new BoxFilter(exposures.height(), width, radius);
    this.squares = new BoxFilter(exposures.height(), width, radius);
    this.edges = new double[width];
    this.base = new double[width];
    this.strength = new double[width];
  }

  /** Forgets all rows. */
  void restart() {
    sums.restart();
    squares.restart();
  }

  /** Lets a row in; one outside the picture is zeros. */
  void enter(int y) {
    if (y < 0 || y >= exposures.height()) {
      sums.enterZeros();
      squares.enterZeros();
      return;
    }
    double[] sum = sums.entering();
    double[] square = squares.entering();
    exposures.row(exposure, 0, y, sum);
    for (int x = 0; x < sum.length; x++) {
      square[x] = sum[x] * sum[x];
    }
    for (int c = 1; c < exposures.channels(); c++) {
      double[] samples = base;
      exposures.row(exposure, c, y, samples);
      for (int x = 0; x < sum.length; x++) {
        sum[x] += samples[x];
        square[x] += samples[x] * samples[x];
      }
    }
    sums.enter();
    squares.enter();
  }

  /** Finds edges, base and strength around a row: the one at the centre of what came in. */
  void compute(int y) {
    int channels = exposures.channels();
    double norm = Math.sqrt(channels) * (2 * radius + 1);
    double[] mean = base;
    double[] meanSquare = strength;
    sums.means(y, mean);
    squares.means(y, meanSquare);
    double[] samples = sums.centre();
    for (int x = 0; x < base.length; x++) {
      double m = mean[x] / channels;
      double v = meanSquare[x] / channels - m * m;
      double e = v / (v + lambda);
      edges[x] = e;
      base[x] = (1 - e) * m + e * (samples[x] / channels);
      strength[x] = Math.sqrt(Math.max(v, 0)) * norm + TINY;
    }
  }

  /** How much of an edge each patch holds: from 0, or slightly below by rounding, to 1. */
  double[] edges() {
    return edges;
  }

  /** The smooth part of the exposure, with its edges kept. */
  double[] base() {
    return base;
  }

  /** How far each patch is from its mean: its length as a vector, if it lies inside. */
  double[] strength() {
    return strength;
  }
}
