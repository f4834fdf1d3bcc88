package evenlight.bracket;

/**
 * How bright an exposure was made, beside the others of its bracket.
 *
 * @param stops relative to the middle exposure, more for a brighter one
 * @param source where the number comes from
 */
public record ExposureValue(double stops, Source source) {
  /** Where the EVs of a bracket come from. */
  public enum Source {
    /** From what the camera wrote: time, aperture and ISO. */
    EXIF,
    /** From what the pixels of two exposures have in common. */
    PIXELS
  }

  /** Checks the number. */
  public ExposureValue {
    if (!Double.isFinite(stops)) {
      throw new IllegalArgumentException("an EV must be a finite number, but is " + stops);
    }
  }
}
