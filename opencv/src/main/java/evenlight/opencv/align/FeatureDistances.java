package evenlight.opencv.align;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;

/**
 * How far apart the same features of two pictures lie that should lie over one another: a check of
 * an alignment, whatever program made it, by other means than those that it was found by.
 */
public final class FeatureDistances {
  private static final int ALL = 0;
  private static final double MOST_SAMPLES = 4_800_000;

  private FeatureDistances() {}

  /**
   * The distances in pixels, in ascending order.
   *
   * @param most pairs farther apart are taken for mistakes of the check
   */
  public static List<Double> between(Image one, Image other, double most) {
    Natives.prepare(0);
    int scale = (int) Math.ceil(Math.sqrt(one.pixels() / MOST_SAMPLES));
    Strips strips = new Strips(0);
    try (PointerScope scope = new PointerScope()) {
      Features ofOne = Features.of(LumaLevel.of(one, scale, strips), ALL);
      Features ofOther = Features.of(LumaLevel.of(other, scale, strips), ALL);
      return Features.pairs(ofOne, ofOther).stream()
          .map(pair -> scale * Math.hypot(pair[0] - pair[2], pair[1] - pair[3]))
          .filter(distance -> distance <= most)
          .sorted()
          .toList();
    }
  }
}
