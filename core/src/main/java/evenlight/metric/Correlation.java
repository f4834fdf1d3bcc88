package evenlight.metric;

import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import evenlight.metric.Score.Caveat;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Pearson's correlation coefficient between each source and the fused image, averaged over the
 * sources.
 *
 * <pre>
 * CC = 1/K Σ_k cov(x_k, f) / (σ_{x_k} σ_f)
 * </pre>
 *
 * <p>Where one of the two has one level only the coefficient is not defined; it counts as 0 and the
 * score says how often that was. The parts are the sources' values.
 *
 * <p>Reference: Li et al., "Learning a Coordinated Network for Detail-refinement Multi-exposure
 * Image Fusion", equations 16 and 17, with equal weights.
 */
public final class Correlation implements Metric {
  /** Of the grey samples. */
  public static final Correlation GREY = new Correlation("cc", Samples.GREY);

  /** Of every channel, averaged over the channels. */
  public static final Correlation RGB = new Correlation("cc-rgb", Samples.CHANNELS);

  private final Samples samples;
  private final MetricCard card;

  private Correlation(String id, Samples samples) {
    this.samples = samples;
    this.card = card(id, samples);
  }

  @Override
  public MetricCard card() {
    return card;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 fused = samples.of(comparison.fused());
    List<Double> values = new ArrayList<>();
    int constantSources = 0;
    for (Image8 source : comparison.sources()) {
      Image8 exposure = samples.of(source);
      values.add(correlation(exposure, fused));
      constantSources += constantChannels(exposure);
    }
    return new PerSource(values).asMean(caveats(constantSources, constantChannels(fused)));
  }

  private static double correlation(Image8 source, Image8 fused) {
    double sum = 0;
    for (int c = 0; c < fused.channels(); c++) {
      sum += JointHistogram.of(source, fused, c).correlation();
    }
    return sum / fused.channels();
  }

  private static int constantChannels(Image8 image) {
    int constant = 0;
    for (int c = 0; c < image.channels(); c++) {
      constant += Histogram.of(image, c).isConstant() ? 1 : 0;
    }
    return constant;
  }

  private static List<Caveat> caveats(int sources, int fused) {
    List<Caveat> caveats = new ArrayList<>();
    if (sources > 0) {
      caveats.add(
          new Caveat(
              Caveat.Kind.CONSTANT_SOURCE,
              sources,
              "a source has one value everywhere: its correlation counts as 0"));
    }
    if (fused > 0) {
      caveats.add(
          new Caveat(
              Caveat.Kind.CONSTANT_RESULT,
              fused,
              "the fused image has one value everywhere: its correlation counts as 0"));
    }
    return caveats;
  }

  private static MetricCard card(String id, Samples samples) {
    return new MetricCard(
        id,
        samples == Samples.GREY ? "CC" : "CC, RGB",
        Against.SOURCES,
        Direction.HIGHER,
        "[-1, 1]",
        "",
        "1/K Σ_k cov(x_k, f) / (σ(x_k) σ(f))",
        samples.colour(),
        Wording.LEVELS + "; the value does not depend on the scale",
        Wording.NO_WINDOW,
        samples.words() + ", whole picture, mean over sources; constant pictures count as 0",
        "Li et al., Learning a Coordinated Network for Detail-refinement Multi-exposure Image"
            + " Fusion, IEEE TCSVT, 2022, equations 16 and 17",
        URI.create("https://github.com/lok-18/LCNDR"),
        "A widely copied MATLAB routine subtracts the other source's mean in the numerator, which"
            + " cancels only where the fused image is centred beside it. Papers use grey, the Y of"
            + " YCbCr or the mean over R, G and B, mostly without saying which. This is Pearson's"
            + " coefficient with each picture's own mean.");
  }
}
