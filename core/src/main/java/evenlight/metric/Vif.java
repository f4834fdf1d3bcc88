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
 * Visual information fidelity in the pixel domain between each source and the fused image, summed
 * over the sources.
 *
 * <pre>
 * VIF_k = Σ log(1 + g² σx² / (σv² + σn²)) / Σ log(1 + σx² / σn²)
 * g = σxf / σx²,  σv² = σf² - g σxf,  σn² = 2
 * </pre>
 *
 * <p>The sums run over all places of four scales with Gaussian windows of 17, 9, 5 and 3 pixels and
 * a standard deviation of a fifth of that; between scales both pictures are smoothed by the next
 * window and every second row and column is kept. A value above the number of sources means more
 * contrast than the sources have. A source of one value everywhere has no information; it counts as
 * 0 and the score says so. The parts are the sources' values.
 *
 * <p>Reference: Sheikh, Bovik, "Image information and visual quality", IEEE TIP 15(2), 2006, in the
 * multi-scale pixel-domain version that its authors released.
 */
public final class Vif implements Metric {
  /** Of the grey samples. */
  public static final Vif GREY = new Vif();

  private static final int[] WINDOWS = {17, 9, 5, 3};

  /** The fewest rows and columns for which the coarsest scale has a place. */
  static final int SMALLEST = 41;

  private static final double NOISE = 2;
  private static final double TINY = 1e-10;

  private static final MetricCard CARD =
      new MetricCard(
          "vif",
          "VIF",
          Against.SOURCES,
          Direction.HIGHER,
          "[0, ∞)",
          "",
          "Σ_k Σ log(1 + g² σx² / (σv² + 2)) / Σ log(1 + σx² / 2), four scales",
          Wording.GREY,
          Wording.LEVELS + ", noise variance 2",
          Wording.INSIDE,
          "grey, pixel domain, 4 scales, noise variance 2, sum over sources",
          "Sheikh, Bovik, Image information and visual quality, IEEE TIP 15(2), 2006",
          URI.create("https://doi.org/10.1109/TIP.2005.859378"),
          "Three things are called VIF in fusion papers. The usual Python code and this one sum the"
              + " authors' pixel-domain version over the sources; some take the mean. MEFB reports"
              + " VIFF (Han et al. 2013), which takes at each place the source with the smaller gain,"
              + " a noise variance of 325 and weighted scales, and averages over R, G and B. The"
              + " version on wavelet bands is another number again.");

  private Vif() {}

  @Override
  public MetricCard card() {
    return CARD;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 fused = comparison.fused().grey();
    if (Math.min(fused.height(), fused.width()) < SMALLEST) {
      return Score.without(
          Caveat.Kind.UNDEFINED,
          "the picture must be at least %d×%d, but is %s"
              .formatted(SMALLEST, SMALLEST, fused.size()));
    }
    List<Plane> result = scales(fused);
    List<Double> values = new ArrayList<>();
    int constant = 0;
    for (Image8 source : comparison.greySources()) {
      boolean empty = Histogram.of(source, 0).isConstant();
      values.add(empty ? 0 : fidelity(scales(source), result));
      constant += empty ? 1 : 0;
    }
    return new PerSource(values).asSum(caveats(constant));
  }

  private static List<Caveat> caveats(int constant) {
    return constant == 0
        ? List.of()
        : List.of(
            new Caveat(
                Caveat.Kind.CONSTANT_SOURCE,
                constant,
                "a source has one value everywhere and no information: it counts as 0"));
  }

  private static double fidelity(List<Plane> source, List<Plane> result) {
    double kept = 0;
    double whole = 0;
    for (int scale = 0; scale < WINDOWS.length; scale++) {
      double[] sums = information(source.get(scale), result.get(scale), window(scale));
      kept += sums[0];
      whole += sums[1];
    }
    return kept / whole;
  }

  /** What is left of the source's information, and the whole of it. */
  private static double[] information(Plane source, Plane result, SeparableWindow window) {
    return Rows.sums(
        window.places(source.height()),
        2,
        (row, sums) -> {
          LocalMoments at = LocalMoments.of(window, source, result, row);
          for (int i = 0; i < at.places(); i++) {
            add(at.varianceX(i), Math.max(at.varianceY(i), 0), at.covariance(i), sums);
          }
        });
  }

  /** The cases are those of the authors' code: flat places carry nothing, nor do inverted ones. */
  private static void add(double source, double result, double covariance, double[] sums) {
    if (source < TINY) {
      return;
    }
    sums[1] += Math.log(1 + source / NOISE);
    double gain = covariance / (source + TINY);
    if (result < TINY || gain < 0) {
      return;
    }
    double noise = Math.max(result - gain * covariance, TINY);
    sums[0] += Math.log(1 + gain * gain * source / (noise + NOISE));
  }

  private static SeparableWindow window(int scale) {
    return SeparableWindow.gaussian(WINDOWS[scale], WINDOWS[scale] / 5.0);
  }

  private static List<Plane> scales(Image8 grey) {
    List<Plane> scales = new ArrayList<>(List.of(Plane.of(grey, 0)));
    for (int scale = 1; scale < WINDOWS.length; scale++) {
      scales.add(window(scale).everySecond(scales.get(scale - 1)));
    }
    return scales;
  }
}
