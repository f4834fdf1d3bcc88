package evenlight.bracket;

import evenlight.image.Bt601;
import evenlight.image.Image;
import evenlight.image.io.Photo;

/**
 * One photograph of a bracket.
 *
 * @param name how messages call it, as a rule its file name
 * @param photo its picture
 */
public record Exposure(String name, Photo photo) {
  /** The picture: RGB in [0,1]. */
  public Image image() {
    return photo.image();
  }

  /** Mean luminance (BT.601) in [0,1], by which exposures are put in order. */
  public double meanLuminance() {
    double sum = 0;
    for (float y : Bt601.luma(image())) {
      sum += y;
    }
    return sum / image().pixels();
  }
}
