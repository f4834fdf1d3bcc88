package evenlight.fusion.classical;

import evenlight.filter.BoxFilter;
import evenlight.filter.Strips;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One scale of {@link MespdFusion}: takes the exposures apart into bases and details, and fuses the
 * details.
 *
 * <p>With the means E over windows of radius r that lie inside the picture, c channels, and m, v
 * the mean and the variance of all samples of a window about one common mean:
 *
 * <pre>
 * m = E[Σ_c I_c] / c,   v = E[Σ_c I_c²] / c - m²,   e = v / (v + λ)
 * b = (1 - e) m + e Σ_c I_c / c                          base, smooth but for edges
 * C = √max(v, 0) · √(c (2r+1)²) + 1e-12                  signal strength
 * w_k = C_k^5 (1 - e_K) max_j C_j / Σ_j (C_j^6 + 1e-12)  weight; e_K is that of the last exposure
 * D_c = Σ_k (E[w_k] I_k,c - E[b_k w_k])                  fused detail
 * </pre>
 *
 * <p>A worker goes down a strip: the bases of row y need the exposures to row y + r, its detail
 * needs them to y + 2r. It holds (3 K + 1)(2r + 2) rows and nothing of the size of a plane. Each
 * sample is read twice.
 */
final class MespdScale implements Strips.Worker {
  private static final double TINY = 1e-12;

  private final ExposureRows exposures;
  private final int radius;
  private final Sink sink;
  private final PatchStatistics[] statistics;
  private final double[][] bases;
  private final BoxFilter[] weights;
  private final BoxFilter weightedBases;
  private final double[][] details;
  private final double[] factor;
  private final double[] total;

  /** Takes finished rows; those of one strip come from top to bottom. */
  interface Sink {
    /** The bases of one row: an array for each exposure, overwritten afterwards. */
    void bases(int y, double[][] bases);

    /** The fused detail of one row: an array for each channel, overwritten afterwards. */
    void detail(int y, double[][] details);
  }

  MespdScale(ExposureRows exposures, int radius, double lambda, Sink sink) {
    int width = exposures.width();
    this.exposures = exposures;
    this.radius = radius;
    this.sink = sink;
    this.statistics =
        IntStream.range(0, exposures.count())
            .mapToObj(k -> new PatchStatistics(exposures, k, radius, lambda))
            .toArray(PatchStatistics[]::new);
    this.bases = Arrays.stream(statistics).map(PatchStatistics::base).toArray(double[][]::new);
    this.weights =
        IntStream.range(0, exposures.count())
            .mapToObj(k -> new BoxFilter(exposures.height(), width, radius))
            .toArray(BoxFilter[]::new);
    this.weightedBases = new BoxFilter(exposures.height(), width, radius);
    this.details = new double[exposures.channels()][width];
    this.factor = new double[width];
    this.total = new double[width];
  }

  @Override
  public void compute(int from, int to) {
    restart();
    for (int y = Math.max(from - 2 * radius, 0); y < to + 2 * radius; y++) {
      for (PatchStatistics patches : statistics) {
        patches.enter(y);
      }
      int weighed = y - radius;
      if (weighed >= from - radius) {
        enterWeights(weighed);
        if (weighed >= from && weighed < to) {
          sink.bases(weighed, bases);
        }
      }
      if (y - 2 * radius >= from) {
        fuseDetails(y - 2 * radius);
      }
    }
  }

  private void restart() {
    for (int k = 0; k < statistics.length; k++) {
      statistics[k].restart();
      weights[k].restart();
    }
    weightedBases.restart();
  }

  private void enterWeights(int y) {
    if (y < 0 || y >= exposures.height()) {
      for (BoxFilter filter : weights) {
        filter.enterZeros();
      }
      weightedBases.enterZeros();
      return;
    }
    for (PatchStatistics patches : statistics) {
      patches.compute(y);
    }
    findFactor();
    Arrays.fill(weightedBases.entering(), 0);
    for (int k = 0; k < statistics.length; k++) {
      weigh(
          statistics[k].base(),
          statistics[k].strength(),
          factor,
          weights[k].entering(),
          weightedBases.entering());
      weights[k].enter();
    }
    weightedBases.enter();
  }

  /** What the weights of all exposures have in common: all but C_k^5. */
  private void findFactor() {
    Arrays.fill(factor, 0);
    Arrays.fill(total, 0);
    for (PatchStatistics patches : statistics) {
      addStrength(patches.strength(), total, factor);
    }
    scale(statistics[statistics.length - 1].edges(), total, factor);
  }

  private void fuseDetails(int y) {
    weightedBases.means(y, factor);
    for (double[] detail : details) {
      negate(factor, detail);
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k].means(y, factor);
      for (int c = 0; c < details.length; c++) {
        exposures.row(k, c, y, total);
        addProduct(factor, total, details[c]);
      }
    }
    sink.detail(y, details);
  }

  // Loops over a row: one each, which the compiler turns into vector instructions at once.

  private static void addStrength(double[] strength, double[] total, double[] greatest) {
    for (int x = 0; x < total.length; x++) {
      double square = strength[x] * strength[x];
      total[x] += square * square * square + TINY;
      greatest[x] = Math.max(greatest[x], strength[x]);
    }
  }

  private static void scale(double[] edges, double[] total, double[] factor) {
    for (int x = 0; x < total.length; x++) {
      factor[x] *= (1 - edges[x]) / total[x];
    }
  }

  private static void weigh(
      double[] base, double[] strength, double[] factor, double[] weight, double[] weightedBase) {
    for (int x = 0; x < weight.length; x++) {
      double square = strength[x] * strength[x];
      double w = square * square * strength[x] * factor[x];
      weight[x] = w;
      weightedBase[x] += base[x] * w;
    }
  }

  private static void negate(double[] samples, double[] negative) {
    for (int x = 0; x < negative.length; x++) {
      negative[x] = -samples[x];
    }
  }

  private static void addProduct(double[] weight, double[] samples, double[] sum) {
    for (int x = 0; x < sum.length; x++) {
      sum[x] += weight[x] * samples[x];
    }
  }
}
