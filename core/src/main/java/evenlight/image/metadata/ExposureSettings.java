package evenlight.image.metadata;

import java.util.OptionalDouble;

/**
 * How a picture was exposed, as far as its camera says so in a usable way.
 *
 * <p>Values that are zero, negative or not a number say nothing and are absent: manual lenses have
 * an aperture of 0, some cameras write a time of 0/0.
 *
 * @param seconds how long, positive
 * @param aperture the f-number, positive
 * @param iso the sensitivity, positive
 * @param bias what the photographer dialled in, in stops; as the camera writes it and not used in
 *     {@link #ev}, because phones write other units
 */
public record ExposureSettings(
    OptionalDouble seconds, OptionalDouble aperture, OptionalDouble iso, OptionalDouble bias) {
  private static final double BASE_ISO = 100;

  /** Nothing known. */
  public static final ExposureSettings UNKNOWN =
      new ExposureSettings(
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());

  /** Leaves out what says nothing. */
  public ExposureSettings {
    seconds = usable(seconds);
    aperture = usable(aperture);
    iso = usable(iso);
    bias = bias.isPresent() && Double.isFinite(bias.getAsDouble()) ? bias : OptionalDouble.empty();
  }

  private static OptionalDouble usable(OptionalDouble value) {
    return value.stream().filter(v -> v > 0 && Double.isFinite(v)).findFirst();
  }

  /**
   * How much light the picture stands for, in stops: log2(seconds · ISO/100 / aperture²), more for
   * a brighter picture; empty without a time.
   *
   * <p>A missing aperture counts as f/1, a missing sensitivity as ISO 100. Values of several
   * pictures may be compared if all of them lack the same; {@link CapturedEvs} takes care of that.
   */
  public OptionalDouble ev() {
    if (seconds.isEmpty()) {
      return OptionalDouble.empty();
    }
    double light =
        seconds.getAsDouble()
            * (iso.orElse(BASE_ISO) / BASE_ISO)
            / (aperture.orElse(1) * aperture.orElse(1));
    return OptionalDouble.of(Math.log(light) / Math.log(2));
  }
}
