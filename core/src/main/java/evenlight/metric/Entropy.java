package evenlight.metric;

import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import java.net.URI;

/**
 * Shannon's entropy of the grey levels of the fused image.
 *
 * <pre>
 * EN = -Σ_i p_i log2 p_i
 * </pre>
 *
 * <p>It is 0 for a picture of one level and 8 where all 256 are equally frequent. It judges no
 * likeness to the sources, and noise raises it.
 *
 * <p>Reference: Roberts, van Aardt, Ahmed, "Assessment of image fusion procedures using entropy,
 * image quality, and multispectral classification", Journal of Applied Remote Sensing 2, 2008.
 */
public final class Entropy implements Metric {
  /** Of the grey samples. */
  public static final Entropy GREY = new Entropy();

  private static final MetricCard CARD =
      new MetricCard(
          "entropy",
          "EN",
          Against.NOTHING,
          Direction.HIGHER,
          "[0, 8]",
          "bit",
          "-Σ p log2 p over the 256 levels of the fused image",
          Wording.GREY,
          Wording.LEVELS + ", 256 bins",
          Wording.NO_WINDOW,
          "grey, log2, 256 bins",
          "Roberts, van Aardt, Ahmed, Assessment of image fusion procedures using entropy, image"
              + " quality, and multispectral classification, J. Applied Remote Sensing 2, 2008",
          URI.create("https://doi.org/10.1117/1.2945910"),
          "MEFB averages the entropies of R, G and B; others take grey. Some add a small constant"
              + " inside the logarithm, which shifts the value slightly. This one takes grey, and"
              + " levels that do not occur contribute nothing.");

  private Entropy() {}

  @Override
  public MetricCard card() {
    return CARD;
  }

  @Override
  public Score score(Comparison comparison) {
    return Score.of(Histogram.of(comparison.fused().grey(), 0).entropy() / Math.log(2));
  }
}
