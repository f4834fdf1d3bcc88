package evenlight.fusion.classical;

/**
 * The patches around one row of one exposure: their base and the strength of their signal.
 *
 * <p>Rows come in as for {@link WindowMoments}; {@link MespdScale} has the formulas.
 */
final class PatchStatistics {
  private static final double TINY = 1e-12;

  private final WindowMoments moments;
  private final double lambda;
  private final double share;
  private final double norm;
  private final double[] edges;
  private final double[] base;
  private final double[] strength;

  PatchStatistics(ExposureRows exposures, int exposure, int radius, double lambda) {
    int width = exposures.width();
    this.moments = new WindowMoments(exposures, exposure, radius);
    this.lambda = lambda;
    this.share = 1.0 / exposures.channels();
    this.norm = Math.sqrt(exposures.channels()) * (2 * radius + 1);
    this.edges = new double[width];
    this.base = new double[width];
    this.strength = new double[width];
  }

  /** Forgets all rows. */
  void restart() {
    moments.restart();
  }

  /** Lets a row in; one outside the picture is zeros. */
  void enter(int y) {
    moments.enter(y);
  }

  /** Finds edges, base and strength around a row: the one at the centre of what came in. */
  void compute(int y) {
    moments.compute(y);
    double[] samples = moments.samples();
    double[] means = moments.means();
    double[] variances = moments.variances();
    for (int x = 0; x < base.length; x++) {
      double v = variances[x];
      double e = v / (v + lambda);
      edges[x] = e;
      base[x] = (1 - e) * means[x] + e * (samples[x] * share);
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
