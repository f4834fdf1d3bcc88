package evenlight.bracket;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One photograph of a bracket. */
public final class Exposure {
  private final String name;
  private final Photo photo;
  private final Optional<ExposureValue> ev;

  /** Computed when it is first asked for; whoever computes it comes to the same value. */
  private @Nullable Double meanLuminance;

  /**
   * An exposure.
   *
   * @param name how messages call it, as a rule its file name
   * @param photo its picture
   */
  public Exposure(String name, Photo photo) {
    this(name, photo, Optional.empty(), null);
  }

  private Exposure(
      String name, Photo photo, Optional<ExposureValue> ev, @Nullable Double meanLuminance) {
    this.name = name;
    this.photo = photo;
    this.ev = ev;
    this.meanLuminance = meanLuminance;
  }

  /** The same with an EV. */
  public Exposure withEv(ExposureValue value) {
    return new Exposure(name, photo, Optional.of(value), meanLuminance);
  }

  /** The same with another picture of the same scene, as after alignment. */
  public Exposure withImage(Image image) {
    return new Exposure(name, photo.withImage(image), ev, null);
  }

  /** How messages call it. */
  public String name() {
    return name;
  }

  /** The picture and the depth of its file. */
  public Photo photo() {
    return photo;
  }

  /** The picture: RGB in [0,1]. */
  public Image image() {
    return photo.image();
  }

  /** How bright it was exposed, if that was found out. */
  public Optional<ExposureValue> ev() {
    return ev;
  }

  /** Mean luminance (BT.601) in [0,1], by which exposures without an EV are put in order. */
  public double meanLuminance() {
    Double mean = meanLuminance;
    if (mean == null) {
      mean = MeanLuminance.of(image());
      meanLuminance = mean;
    }
    return mean;
  }

  /** Whether name, photograph and EV are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Exposure exposure
        && name.equals(exposure.name)
        && photo.equals(exposure.photo)
        && ev.equals(exposure.ev);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, photo, ev);
  }

  @Override
  public String toString() {
    return "Exposure[" + name + ", " + photo + "]";
  }
}
