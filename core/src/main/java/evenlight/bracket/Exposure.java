package evenlight.bracket;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One photograph of a bracket. */
public final class Exposure {
  private final String name;
  private final Photo photo;

  /** Computed when it is first asked for; whoever computes it comes to the same value. */
  private @Nullable Double meanLuminance;

  /**
   * An exposure.
   *
   * @param name how messages call it, as a rule its file name
   * @param photo its picture
   */
  public Exposure(String name, Photo photo) {
    this.name = name;
    this.photo = photo;
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

  /** Mean luminance (BT.601) in [0,1], by which exposures are put in order. */
  public double meanLuminance() {
    Double mean = meanLuminance;
    if (mean == null) {
      mean = MeanLuminance.of(image());
      meanLuminance = mean;
    }
    return mean;
  }

  /** Whether name and photograph are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Exposure exposure
        && name.equals(exposure.name)
        && photo.equals(exposure.photo);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, photo);
  }

  @Override
  public String toString() {
    return "Exposure[" + name + ", " + photo + "]";
  }
}
