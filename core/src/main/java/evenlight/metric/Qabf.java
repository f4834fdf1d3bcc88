package evenlight.metric;

import evenlight.filter.SobelRow;
import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import evenlight.metric.Score.Caveat;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of the edges of the sources the fused image keeps, for two or more sources.
 *
 * <pre>
 * G = min(g_k, g_f) / max(g_k, g_f),        A = 1 - |α_k - α_f| / (π/2)
 * Q_k = Γg / (1 + exp(κg (G - σg))) · Γa / (1 + exp(κa (A - σa)))
 * Q^AB/F = Σ_k Σ Q_k g_k / Σ_k Σ g_k
 * </pre>
 *
 * <p>Strength g and orientation α are those of {@link SobelRow}. The constants Γ are such that even
 * a fused image that equals every source reaches 0.9748 only. Zeros outside the picture make an
 * edge around it that all images share. The parts are what each source contributes; they add up to
 * the value. Not defined where no source has an edge, which is so if all are black.
 *
 * <p>Reference: Xydeas, Petrović, "Objective image fusion performance measure", Electronics Letters
 * 36(4), 2000.
 */
public final class Qabf implements Metric {
  /** Of the grey samples. */
  public static final Qabf GREY = new Qabf();

  private static final double STRENGTH_GAMMA = 0.9994;
  private static final double STRENGTH_KAPPA = -15;
  private static final double STRENGTH_SIGMA = 0.5;
  private static final double ORIENTATION_GAMMA = 0.9879;
  private static final double ORIENTATION_KAPPA = -22;
  private static final double ORIENTATION_SIGMA = 0.8;

  private static final MetricCard CARD =
      new MetricCard(
          "qabf",
          "Q^AB/F",
          Against.SOURCES,
          Direction.HIGHER,
          "[0, 0.9748]",
          "",
          "Σ_k Σ Q_k g_k / Σ_k Σ g_k, Q_k from the likeness of Sobel strength g and orientation",
          Wording.GREY,
          Wording.LEVELS + "; the value does not depend on the scale",
          "zeros outside the picture, every pixel counts",
          "grey, Sobel with zeros outside, L 1, Γg .9994 κg -15 σg .5, Γa .9879 κa -22 σa .8",
          "Xydeas, Petrović, Objective image fusion performance measure, Electronics Letters"
              + " 36(4), 2000",
          URI.create("https://doi.org/10.1049/el:20000267"),
          "The circulating codes convolve with zeros outside the picture, and so does this. Where both strengths are equal those codes take the strength"
              + " itself as the ratio instead of 1, which changes a pixel by less than 0.0006; this"
              + " one takes 1. There and here, two nearly vertical gradients that lean to opposite"
              + " sides count as opposite, and the y axis points up. MEFB averages over R, G and"
              + " B.");

  private Qabf() {}

  @Override
  public MetricCard card() {
    return CARD;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 fused = comparison.fused().grey();
    List<Image8> sources = comparison.greySources();
    int count = sources.size();
    double[] sums =
        Rows.sums(fused.height(), 2 * count, (row, to) -> addRow(sources, fused, row, to));
    double strength = new PerSource(slice(sums, count, 2 * count)).sum();
    if (strength == 0) {
      return Score.without(Caveat.Kind.UNDEFINED, "no source has an edge: all are black");
    }
    return new PerSource(slice(sums, 0, count).stream().map(kept -> kept / strength).toList())
        .asSum(List.of());
  }

  /** First what is kept of every source, then the strength of every source. */
  private static void addRow(List<Image8> sources, Image8 fused, int row, double[] sums) {
    SobelRow result = SobelRow.of(fused, 0, row);
    for (int k = 0; k < sources.size(); k++) {
      SobelRow source = SobelRow.of(sources.get(k), 0, row);
      for (int x = 0; x < source.width(); x++) {
        double strength = source.strength(x);
        if (strength > 0) {
          sums[k] += strength * kept(source, result, x);
          sums[sources.size() + k] += strength;
        }
      }
    }
  }

  private static double kept(SobelRow source, SobelRow result, int x) {
    double weaker = Math.min(source.strength(x), result.strength(x));
    double stronger = Math.max(source.strength(x), result.strength(x));
    double turn = Math.abs(source.orientation(x) - result.orientation(x)) / (Math.PI / 2);
    return STRENGTH_GAMMA
        / (1 + Math.exp(STRENGTH_KAPPA * (weaker / stronger - STRENGTH_SIGMA)))
        * ORIENTATION_GAMMA
        / (1 + Math.exp(ORIENTATION_KAPPA * (1 - turn - ORIENTATION_SIGMA)));
  }

  private static List<Double> slice(double[] sums, int from, int to) {
    List<Double> slice = new ArrayList<>();
    for (int i = from; i < to; i++) {
      slice.add(sums[i]);
    }
    return slice;
  }
}
