package evenlight.opencv.align;

import evenlight.align.Transform;
import java.util.Optional;

/**
 * Looks for patches of one level in another by their correlation. Buffers are reused: an object
 * belongs to one thread.
 */
final class PatchSearch {
  private final LumaLevel reference;
  private final LumaLevel frame;
  private final Reach reach;
  private final Correlation correlation;

  /**
   * How patches are compared.
   *
   * @param radius a patch has 2 radius + 1 samples a side
   * @param search how far it is looked for, in samples
   * @param likeness the least correlation that counts
   */
  record Reach(int radius, int search, double likeness) {}

  PatchSearch(LumaLevel reference, LumaLevel frame, Reach reach) {
    this.reference = reference;
    this.frame = frame;
    this.reach = reach;
    correlation = new Correlation(reach.radius(), reach.search());
  }

  /**
   * Cuts out what is to be compared; whether it can be.
   *
   * @param x column of the sample in the middle of the patch
   * @param y its row
   * @param map takes samples of the reference to about those of the frame
   */
  boolean cut(int x, int y, Transform map) {
    int radius = reach.radius();
    if (y < radius
        || x < radius
        || y >= reference.height() - radius
        || x >= reference.width() - radius) {
      return false;
    }
    float[] patch = correlation.patch();
    for (int dy = -radius, i = 0; dy <= radius; dy++) {
      for (int dx = -radius; dx <= radius; dx++, i++) {
        float sample = reference.at(y + dy, x + dx);
        patch[i] = LumaLevel.tells(sample) ? sample : Float.NaN;
      }
    }
    cutWindow(x, y, map);
    return correlation.isComparable();
  }

  private void cutWindow(int x, int y, Transform map) {
    int side = reach.radius() + reach.search();
    float[] window = correlation.window();
    for (int dy = -side, i = 0; dy <= side; dy++) {
      for (int dx = -side; dx <= side; dx++, i++) {
        float sample = frame.sample(map.y(x + dx, y + dy), map.x(x + dx, y + dy));
        window[i] = LumaLevel.tells(sample) ? sample : Float.NaN;
      }
    }
  }

  /** How far from the middle what was cut out is found, in samples; none where nothing is alike. */
  Optional<Transform> find() {
    return correlation.find() && correlation.best() >= reach.likeness()
        ? Optional.of(Transform.translation(correlation.bestX(), correlation.bestY()))
        : Optional.empty();
  }
}
