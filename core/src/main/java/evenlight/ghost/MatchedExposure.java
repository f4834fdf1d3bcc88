package evenlight.ghost;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.Arrays;

/** An exposure with another one's histogram, channel by channel, to be compared with it. */
public final class MatchedExposure {
  private MatchedExposure() {}

  /**
   * A picture whose samples have the distribution of another picture's; their order stays.
   *
   * @param image to be changed
   * @param model of the same size; it need not lie over the image
   */
  public static Image of(Image image, Image model, Strips strips) {
    byte[] all = new byte[image.pixels()];
    Arrays.fill(all, (byte) 1);
    float[][] planes = new float[image.channels()][];
    strips.run(planes.length, 1, () -> (from, to) -> match(image, model, all, planes, from, to));
    return Image.of(image.height(), image.width(), planes);
  }

  private static void match(
      Image image, Image model, byte[] all, float[][] planes, int from, int to) {
    for (int c = from; c < to; c++) {
      float[] samples = image.plane(c);
      ToneTransfer curve =
          ToneTransfer.between(
              ToneTransfer.histogram(samples, all), ToneTransfer.histogram(model.plane(c), all));
      float[] matched = new float[samples.length];
      for (int i = 0; i < matched.length; i++) {
        matched[i] = curve.at(samples[i]);
      }
      planes[c] = matched;
    }
  }
}
