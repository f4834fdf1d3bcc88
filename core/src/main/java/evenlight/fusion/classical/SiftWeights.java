package evenlight.fusion.classical;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.List;

/**
 * The weights of {@link DsiftFusion} before they are refined: contrast, exposure and, in the
 * dynamic mode, consistency.
 *
 * <pre>
 * C_k = 1 for the strongest contrast (the first of equals), else 0      winner takes all
 * C_k = (C_k + ε) / Σ_j (C_j + ε)                                       weighted average
 * E_k = 1 if 0.1 &lt; grey_k &lt; 0.9, else 0
 * T_k = (E_k S_k + ε) / Σ_j (E_j S_j + ε),   S: consistency, 1 in the static mode,   ε = 1e-25
 * W_k = C_k T_k
 * </pre>
 */
final class SiftWeights implements Strips.Worker {
  /** So many rows at once: each strip computes 27 rows more to begin with. */
  private static final int ROWS = 256;

  private static final double DARK = 0.1;
  private static final double BRIGHT = 0.9;
  private static final double EPSILON = 1e-25;

  private final DescriptorRows descriptors;
  private final boolean winnerTakesAll;
  private final GreyRows[] greys;
  private final float[][] weights;
  private final int width;
  private final double[][] contrasts;
  private final double[][] consistencies;
  private final double[][] grey;

  private SiftWeights(
      List<Image> images, DescriptorRows descriptors, boolean winnerTakesAll, float[][] weights) {
    this.descriptors = descriptors;
    this.winnerTakesAll = winnerTakesAll;
    this.greys = images.stream().map(GreyRows::new).toArray(GreyRows[]::new);
    this.weights = weights;
    this.width = images.get(0).width();
    this.contrasts = new double[greys.length][width];
    this.consistencies = new double[greys.length][width];
    this.grey = new double[greys.length][width];
  }

  /** The weights of each image, a plane each. */
  static float[][] of(List<Image> images, DsiftFusion.Options options, Strips strips) {
    float[][] weights = new float[images.size()][images.get(0).pixels()];
    double[] greatest =
        images.stream().mapToDouble(image -> SiftGradient.greatestGrey(image, strips)).toArray();
    boolean winnerTakesAll = options.weighting() == DsiftFusion.Weighting.WINNER;
    strips.run(
        images.get(0).height(),
        ROWS,
        () ->
            new SiftWeights(
                images, options.mode().rows(images, greatest), winnerTakesAll, weights));
    return weights;
  }

  @Override
  public void compute(int from, int to) {
    descriptors.restart(from, to);
    for (int y = from; y < to; y++) {
      descriptors.next(contrasts, consistencies);
      for (int k = 0; k < greys.length; k++) {
        greys[k].row(y, grey[k], 0);
      }
      for (int x = 0; x < width; x++) {
        weigh(x, y * width + x);
      }
    }
  }

  private void weigh(int x, int place) {
    int winner = 0;
    double sumOfContrasts = 0;
    double sumOfTrust = 0;
    for (int k = 0; k < greys.length; k++) {
      if (contrasts[k][x] > contrasts[winner][x]) {
        winner = k;
      }
      sumOfContrasts += contrasts[k][x] + EPSILON;
      sumOfTrust += trust(k, x);
    }
    for (int k = 0; k < greys.length; k++) {
      double contrast = k == winner ? 1 : 0;
      if (!winnerTakesAll) {
        contrast = (contrasts[k][x] + EPSILON) / sumOfContrasts;
      }
      weights[k][place] = (float) (contrast * (trust(k, x) / sumOfTrust));
    }
  }

  private double trust(int k, int x) {
    boolean wellExposed = grey[k][x] > DARK && grey[k][x] < BRIGHT;
    return (wellExposed ? consistencies[k][x] : 0) + EPSILON;
  }
}
