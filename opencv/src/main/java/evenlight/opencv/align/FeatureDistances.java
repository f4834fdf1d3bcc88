package evenlight.opencv.align;

import evenlight.align.Transform;
import evenlight.filter.Strips;
import evenlight.image.Image;
import evenlight.opencv.align.PatchSearch.Reach;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;

/**
 * How far apart the same features of two pictures lie that should lie over one another: a check of
 * an alignment, whatever program made it, by places that it was not found by.
 *
 * <p>Which features are the same, SIFT decides. It puts a feature of two exposures about a sample
 * apart even where the pictures are not; so the counterpart is looked for again around where SIFT
 * puts it, by correlation. Where that finds nothing alike, SIFT's place counts: no pair is left
 * out, however far apart it lies.
 */
public final class FeatureDistances {
  private static final int ALL = 0;
  private static final double MOST_SAMPLES = 4_800_000;
  private static final Reach AROUND = new Reach(15, 6, 0.6);
  private static final int PASSES = 2;

  private final LumaLevel one;
  private final LumaLevel other;
  private final PatchSearch search;

  private FeatureDistances(LumaLevel one, LumaLevel other) {
    this.one = one;
    this.other = other;
    search = new PatchSearch(one, other, AROUND);
  }

  /**
   * The distances in pixels, in ascending order.
   *
   * @param most pairs that SIFT puts farther apart are taken for mistakes of the check
   */
  public static List<Double> between(Image one, Image other, double most) {
    Natives.prepare(0);
    int scale = (int) Math.ceil(Math.sqrt(one.pixels() / MOST_SAMPLES));
    Strips strips = new Strips(0);
    return new FeatureDistances(
            LumaLevel.of(one, scale, strips), LumaLevel.of(other, scale, strips))
        .sorted(most / scale, scale);
  }

  private List<Double> sorted(double most, int scale) {
    try (PointerScope scope = new PointerScope()) {
      return Features.pairs(Features.of(one, ALL), Features.of(other, ALL)).stream()
          .filter(pair -> Math.hypot(pair[0] - pair[2], pair[1] - pair[3]) <= most)
          .map(pair -> scale * distance(pair))
          .sorted()
          .toList();
    }
  }

  private double distance(float[] pair) {
    Transform shift = Transform.translation(pair[2] - pair[0], pair[3] - pair[1]);
    int x = Math.round(pair[0]);
    int y = Math.round(pair[1]);
    for (int pass = 0; pass < PASSES; pass++) {
      Optional<Transform> found = search.cut(x, y, shift) ? search.find() : Optional.empty();
      shift = found.isPresent() ? shift.after(found.get()) : shift;
    }
    return shift.largestMotion(1, 1);
  }
}
