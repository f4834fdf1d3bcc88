package evenlight.metric;

import evenlight.filter.LocalMoments;
import evenlight.filter.Plane;
import evenlight.filter.SeparableWindow;
import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import evenlight.metric.Score.Caveat;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Structural similarity of the fused image to the sources, averaged over them, or to the ground
 * truth.
 *
 * <pre>
 * SSIM = mean of (2 μx μy + C1)(2 σxy + C2) / ((μx² + μy² + C1)(σx² + σy² + C2))
 * C1 = (K1 L)²,  C2 = (K2 L)²,  L = 255
 * </pre>
 *
 * <p>The means, variances and covariance are weighted by a Gaussian window, the variances divided
 * by the sum of weights and not by one less. The parts are the sources' values.
 *
 * <p>Reference: Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error visibility
 * to structural similarity", IEEE TIP 13(4), 2004.
 */
public final class Ssim implements Metric {
  private static final double PEAK = Image8.WHITE;

  /** Mean over the sources, with the constants of the paper. */
  public static final Ssim SOURCES = new Ssim("ssim", Against.SOURCES, Options.paper());

  /** Against the ground truth, with the constants of the paper. */
  public static final Ssim REFERENCE =
      new Ssim("ssim-reference", Against.REFERENCE, Options.paper());

  /**
   * The window and the two constants that keep the quotients from 0/0.
   *
   * @param window rows and columns, odd; 11 in the paper
   * @param sigma standard deviation of the Gaussian in pixels; 1.5 in the paper
   * @param k1 of the means; 0.01 in the paper
   * @param k2 of the variances; 0.03 in the paper
   */
  public record Options(int window, double sigma, double k1, double k2) {
    /** Checks the values. */
    public Options {
      if (window < 1 || window % 2 == 0) {
        throw new IllegalArgumentException("the window must be odd, but is " + window);
      }
      requirePositive("sigma", sigma);
      requirePositive("k1", k1);
      requirePositive("k2", k2);
    }

    private static void requirePositive(String name, double value) {
      if (!(value > 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(name + " must be positive and finite, but is " + value);
      }
    }

    /** What the paper used. */
    public static Options paper() {
      return new Options(11, 1.5, 0.01, 0.03);
    }
  }

  private final SeparableWindow window;
  private final double c1;
  private final double c2;
  private final MetricCard card;

  private Ssim(String id, Against against, Options options) {
    this.window = SeparableWindow.gaussian(options.window(), options.sigma());
    this.c1 = Math.pow(options.k1() * PEAK, 2);
    this.c2 = Math.pow(options.k2() * PEAK, 2);
    this.card = card(id, against, options);
  }

  /** A variant of the comparison with the sources, with an id of its own. */
  public static Ssim withSources(String id, Options options) {
    return new Ssim(id, Against.SOURCES, options);
  }

  /** A variant of the comparison with the ground truth, with an id of its own. */
  public static Ssim withReference(String id, Options options) {
    return new Ssim(id, Against.REFERENCE, options);
  }

  @Override
  public MetricCard card() {
    return card;
  }

  @Override
  public Score score(Comparison comparison) {
    List<Image8> others =
        card.against() == Against.SOURCES
            ? comparison.sources()
            : List.of(comparison.requireReference(card));
    Image8 fused = comparison.fused();
    if (window.places(fused.height()) == 0 || window.places(fused.width()) == 0) {
      return Score.without(
          Caveat.Kind.UNDEFINED,
          "the picture must be at least %d×%d, but is %s"
              .formatted(window.size(), window.size(), fused.size()));
    }
    Plane result = Plane.of(fused.grey(), 0);
    List<Double> values = new ArrayList<>();
    for (Image8 other : others) {
      values.add(similarity(Plane.of(other.grey(), 0), result));
    }
    return card.against() == Against.SOURCES
        ? new PerSource(values).asMean(List.of())
        : Score.of(values.get(0));
  }

  private double similarity(Plane x, Plane y) {
    int rows = window.places(x.height());
    double sum = Rows.sums(rows, 1, (row, sums) -> addRow(x, y, row, sums))[0];
    return sum / ((double) rows * window.places(x.width()));
  }

  private void addRow(Plane x, Plane y, int row, double[] sums) {
    LocalMoments at = LocalMoments.of(window, x, y, row);
    for (int i = 0; i < at.places(); i++) {
      double means = at.meanX(i) * at.meanY(i);
      double squares = at.meanX(i) * at.meanX(i) + at.meanY(i) * at.meanY(i);
      double variances = at.varianceX(i) + at.varianceY(i);
      sums[0] +=
          (2 * means + c1) * (2 * at.covariance(i) + c2) / ((squares + c1) * (variances + c2));
    }
  }

  private static MetricCard card(String id, Against against, Options options) {
    boolean sources = against == Against.SOURCES;
    return new MetricCard(
        id,
        sources ? "SSIM" : "SSIM to ground truth",
        against,
        Direction.HIGHER,
        "[-1, 1]",
        "",
        "mean of (2 μx μy + C1)(2 σxy + C2) / ((μx² + μy² + C1)(σx² + σy² + C2))"
            + (sources ? ", mean over sources" : ""),
        Wording.GREY,
        Wording.LEVELS + ", L = 255",
        Wording.INSIDE,
        "grey, %d×%d Gaussian σ %s, valid, K1 %s, K2 %s, L 255, %s"
            .formatted(
                options.window(),
                options.window(),
                options.sigma(),
                options.k1(),
                options.k2(),
                sources ? "mean over sources" : "against the ground truth"),
        "Wang, Bovik, Sheikh, Simoncelli, Image quality assessment: from error visibility to"
            + " structural similarity, IEEE TIP 13(4), 2004",
        URI.create("https://doi.org/10.1109/TIP.2003.819861"),
        "Fusion codes average or sum over the sources: a sum of two is twice this mean. MATLAB's"
            + " ssim and many ports pad the picture and count its border; some shrink large pictures"
            + " first, use a uniform 7×7 window, or divide variances by n - 1. This one follows the"
            + " authors' ssim_index.m.");
  }
}
