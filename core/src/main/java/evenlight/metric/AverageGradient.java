package evenlight.metric;

import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import evenlight.metric.Score.Caveat;
import java.net.URI;

/**
 * Mean steepness of the fused image.
 *
 * <pre>
 * AG = 1/((H-1)(W-1)) Σ √((dx² + dy²) / 2)
 * </pre>
 *
 * <p>The derivatives are half the difference of the two neighbours, along the border the difference
 * to the only one, and the sum runs over all pixels though it is divided by fewer, as in the codes
 * that filled the published tables. It judges no likeness to the sources, and noise raises it.
 *
 * <p>Reference: Cui, Feng, Xu, Li, Chen, "Detail preserved fusion of visible and infrared images
 * using regional saliency extraction and multi-scale image decomposition", Optics Communications
 * 341, 2015.
 */
public final class AverageGradient implements Metric {
  /** Of the grey samples. */
  public static final AverageGradient GREY = new AverageGradient();

  private static final MetricCard CARD =
      new MetricCard(
          "average-gradient",
          "AG",
          Against.NOTHING,
          Direction.HIGHER,
          "[0, ∞)",
          "level",
          "Σ √((dx² + dy²) / 2) / ((H-1)(W-1))",
          Wording.GREY,
          Wording.LEVELS,
          "central differences inside, one-sided ones along the border",
          "grey, 0 to 255, central differences, divided by (H-1)(W-1)",
          "Cui, Feng, Xu, Li, Chen, Detail preserved fusion of visible and infrared images using"
              + " regional saliency extraction and multi-scale image decomposition, Optics"
              + " Communications 341, 2015",
          URI.create("https://doi.org/10.1016/j.optcom.2014.12.032"),
          "The formula that papers print takes differences to the next pixel, which are larger; MEFB,"
              + " VIFB and the usual Python codes take MATLAB's gradient (central differences) over"
              + " all pixels. MEFB averages over R, G and B. This one follows those codes, on"
              + " grey.");

  private AverageGradient() {}

  @Override
  public MetricCard card() {
    return CARD;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 grey = comparison.fused().grey();
    if (grey.height() < 2 || grey.width() < 2) {
      return Score.without(
          Caveat.Kind.UNDEFINED, "the picture must be at least 2×2, but is " + grey.size());
    }
    double sum = Rows.sums(grey.height(), 1, (row, sums) -> addRow(grey, row, sums))[0];
    return Score.of(sum / ((grey.height() - 1.0) * (grey.width() - 1.0)));
  }

  private static void addRow(Image8 grey, int row, double[] sums) {
    int width = grey.width();
    int above = Math.max(row - 1, 0);
    int below = Math.min(row + 1, grey.height() - 1);
    for (int x = 0; x < width; x++) {
      int left = Math.max(x - 1, 0);
      int right = Math.min(x + 1, width - 1);
      double dx = slope(grey, row * width + left, row * width + right, right - left);
      double dy = slope(grey, above * width + x, below * width + x, below - above);
      sums[0] += Math.sqrt((dx * dx + dy * dy) / 2);
    }
  }

  private static double slope(Image8 grey, int from, int to, int distance) {
    return (double) (grey.at(0, to) - grey.at(0, from)) / distance;
  }
}
