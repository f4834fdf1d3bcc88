package evenlight.metric;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of metrics. */
public final class Metrics {
  private static final List<Metric> ALL =
      List.of(
          MefSsim.MULTI_SCALE,
          MefSsim.SINGLE_SCALE,
          Psnr.RGB_255,
          Psnr.RGB_256,
          Psnr.GREY_255,
          MutualInformation.BITS,
          MutualInformation.NATS,
          Correlation.GREY,
          Correlation.RGB,
          Ssim.SOURCES,
          Ssim.REFERENCE,
          Qabf.GREY,
          Vif.GREY,
          Entropy.GREY,
          SpatialFrequency.GREY,
          AverageGradient.GREY,
          Ciede2000.SRGB,
          LuminanceError.ABSOLUTE,
          LuminanceError.BIAS);

  private Metrics() {}

  /** All metrics, those that papers report first before the others. */
  public static List<Metric> all() {
    return ALL;
  }

  /**
   * A metric by its id.
   *
   * @throws IllegalArgumentException if there is no such id; the message lists the known ones
   */
  public static Metric named(String id) {
    return ALL.stream()
        .filter(metric -> metric.card().id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the metric must be one of [%s], but is \"%s\"".formatted(ids(), id)));
  }

  private static String ids() {
    return ALL.stream().map(metric -> metric.card().id()).collect(Collectors.joining(", "));
  }
}
