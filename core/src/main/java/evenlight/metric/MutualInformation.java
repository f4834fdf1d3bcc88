package evenlight.metric;

import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import java.net.URI;
import java.util.List;

/**
 * How much the grey levels of the fused image tell of those of the sources: the sum of the mutual
 * information between each source and the fused image.
 *
 * <pre>
 * MI = Σ_k Σ_{x,f} p_k(x,f) log( p_k(x,f) / (p_k(x) p(f)) )
 * </pre>
 *
 * <p>The joint histogram has a bin for every pair of 8-bit levels. With so many bins the value is
 * too high for small pictures: compare only pictures of one size. It is 0, not undefined, where a
 * picture has one level only. The parts are the sources' values.
 *
 * <p>Reference: Qu, Zhang, Yan, "Information measure for performance of image fusion", Electronics
 * Letters 38(7), 2002.
 */
public final class MutualInformation implements Metric {
  /** In bits. */
  public static final MutualInformation BITS =
      new MutualInformation("mi", "log2", "bit", Math.log(2), "[0, 8K]");

  /** In nats. */
  public static final MutualInformation NATS =
      new MutualInformation("mi-ln", "ln", "nat", 1, "[0, 5.5452K]");

  private final double unit;
  private final MetricCard card;

  private MutualInformation(String id, String log, String name, double unit, String range) {
    this.unit = unit;
    this.card = card(id, log, name, range);
  }

  @Override
  public MetricCard card() {
    return card;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 fused = comparison.fused().grey();
    return new PerSource(
            comparison.greySources().stream()
                .map(source -> JointHistogram.of(source, fused, 0).mutualInformation() / unit)
                .toList())
        .asSum(List.of());
  }

  private static MetricCard card(String id, String log, String unit, String range) {
    return new MetricCard(
        id,
        log.equals("ln") ? "MI, ln" : "MI",
        Against.SOURCES,
        Direction.HIGHER,
        range,
        unit,
        "Σ_k Σ p(x_k,f) %s( p(x_k,f) / (p(x_k) p(f)) )".formatted(log),
        Wording.GREY,
        Wording.LEVELS + ", 256×256 bins",
        Wording.NO_WINDOW,
        log + ", grey, 256×256 bins, sum over sources",
        "Qu, Zhang, Yan, Information measure for performance of image fusion, Electronics Letters"
            + " 38(7), 2002",
        URI.create("https://doi.org/10.1049/el:20020212"),
        "Papers seldom state the logarithm: log2 values are 1.4427 times those of ln. Some codes"
            + " take the mean over sources or channels, fewer bins, or divide by entropies (Hossny's"
            + " NMI, MEFB). This one sums over the sources and does not normalise.");
  }
}
