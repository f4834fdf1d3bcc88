package evenlight.fusion.classical;

import evenlight.filter.BoxFilter;
import evenlight.filter.Strips;

/**
 * Where an exposure shows the same structure as the reference, see {@link ConsistentExposures}.
 *
 * <p>With means E over windows of 21×21, and m and σ² = v as in {@link WindowMoments}, for the
 * exposure k and the reference r:
 *
 * <pre>
 * s = (E[Σ_c I_k,c I_r,c] / c - m_k m_r + C) / (σ_k σ_r + C),   C = 0.03² / 2
 * consistent: s above 0.8, or m_r below 0.02 or above 0.98
 * </pre>
 *
 * <p>A worker holds 5·22 rows.
 */
final class StructureConsistency implements Strips.Worker {
  private static final double LEAST_CONSISTENCY = 0.8;
  private static final double DARK = 0.02;
  private static final double C = 0.03 * 0.03 / 2;

  private final ExposureRows exposures;
  private final int exposure;
  private final int reference;
  private final int radius;
  private final Sink sink;
  private final WindowMoments moments;
  private final WindowMoments referenceMoments;
  private final BoxFilter products;
  private final double[] samples;
  private final double[] referenceSamples;
  private final boolean[] consistent;

  /** Takes finished rows. */
  interface Sink {
    /** One row: whether each place is consistent, and the two local means; overwritten later. */
    void row(int y, boolean[] consistent, double[] means, double[] referenceMeans);
  }

  StructureConsistency(ExposureRows exposures, int exposure, int reference, int radius, Sink sink) {
    int width = exposures.width();
    this.exposures = exposures;
    this.exposure = exposure;
    this.reference = reference;
    this.radius = radius;
    this.sink = sink;
    this.moments = new WindowMoments(exposures, exposure, radius);
    this.referenceMoments = new WindowMoments(exposures, reference, radius);
    this.products = new BoxFilter(exposures.height(), width, radius);
    this.samples = new double[width];
    this.referenceSamples = new double[width];
    this.consistent = new boolean[width];
  }

  @Override
  public void compute(int from, int to) {
    moments.restart();
    referenceMoments.restart();
    products.restart();
    for (int y = Math.max(from - radius, 0); y < to + radius; y++) {
      moments.enter(y);
      referenceMoments.enter(y);
      enterProducts(y);
      if (y - radius >= from) {
        compare(y - radius);
      }
    }
  }

  private void enterProducts(int y) {
    if (y >= exposures.height()) {
      products.enterZeros();
      return;
    }
    double[] product = products.entering();
    for (int c = 0; c < exposures.channels(); c++) {
      exposures.row(exposure, c, y, samples);
      exposures.row(reference, c, y, referenceSamples);
      for (int x = 0; x < product.length; x++) {
        product[x] = (c == 0 ? 0 : product[x]) + samples[x] * referenceSamples[x];
      }
    }
    products.enter();
  }

  private void compare(int y) {
    moments.compute(y);
    referenceMoments.compute(y);
    double[] meanProducts = samples;
    products.means(y, meanProducts);
    double share = 1.0 / exposures.channels();
    for (int x = 0; x < consistent.length; x++) {
      double mean = referenceMoments.means()[x];
      double covariance = meanProducts[x] * share - moments.means()[x] * mean;
      double variances =
          Math.max(moments.variances()[x], 0) * Math.max(referenceMoments.variances()[x], 0);
      double similarity = (covariance + C) / (Math.sqrt(variances) + C);
      consistent[x] = similarity > LEAST_CONSISTENCY || mean < DARK || mean > 1 - DARK;
    }
    sink.row(y, consistent, moments.means(), referenceMoments.means());
  }
}
