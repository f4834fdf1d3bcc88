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
    float[] red = new float[image().width()];
    float[] green = new float[red.length];
    float[] blue = new float[red.length];
    double sum = 0;
    for (int y = 0; y < image().height(); y++) {
      image().row(0, y, red);
      image().row(1, y, green);
      image().row(2, y, blue);
      for (int x = 0; x < red.length; x++) {
        sum += Bt601.luma(red[x], green[x], blue[x]);
      }
    }
    return sum / image().pixels();
  }
}
