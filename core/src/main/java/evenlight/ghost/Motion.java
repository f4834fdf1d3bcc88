package evenlight.ghost;

import evenlight.filter.DiskMorphology;
import evenlight.filter.Strips;

/**
 * The areas of an exposure that show something else than was foretold, with soft edges.
 *
 * <ol>
 *   <li>Seeds: places of certain motion, in areas of some size.
 *   <li>They grow over places of possible motion that hang together with them, not farther than 6 %
 *       of the long side.
 *   <li>The areas are closed and widened by disks of 0.4 % of the long side, and their edges
 *       softened over half as much.
 *   <li>They fade where, around a place, less than three quarters of the forecast are to be
 *       trusted, to nothing at one quarter: single clipped pixels are replaced with their
 *       surroundings, or stay with them.
 * </ol>
 */
final class Motion {
  private static final int FEWEST = 4;
  private static final double REACH = 0.06;
  private static final double MARGIN = 0.004;
  private static final int LEAST_MARGIN = 2;
  private static final float LEAST_TRUST = 0.25f;

  private Motion() {}

  /** The areas as a plane from 0 to 1. */
  static SmoothPlane areas(
      Fraction fraction, Disagreement disagreement, GhostLevel level, Strips strips) {
    int height = fraction.height();
    int width = fraction.width();
    int longSide = Math.max(height, width);
    Areas areas = new Areas(height, width);
    byte[] seeds = above(disagreement.certain(level));
    areas.removeSmaller(
        seeds, (int) Math.max(Math.ceil(level.leastShare() * height * width), FEWEST));
    byte[] mask = seeds.clone();
    int margin = (int) Math.max(Math.rint(MARGIN * longSide), LEAST_MARGIN);
    if (hasOnes(mask)) {
      new DiskMorphology(height, width, (int) Math.rint(REACH * longSide)).dilate(mask);
      grow(mask, seeds, above(disagreement.possible(level)));
      areas.removeWithout(mask, seeds);
      DiskMorphology disk = new DiskMorphology(height, width, margin);
      disk.close(mask);
      disk.dilate(mask);
    }
    SmoothPlane soft = SmoothPlane.of(fraction, mask, margin / 2, strips);
    return new SmoothPlane(fraction, faded(soft.samples(), disagreement.trust(margin)));
  }

  private static float[] faded(float[] mask, float[] trust) {
    float[] faded = new float[mask.length];
    for (int i = 0; i < mask.length; i++) {
      float share = (trust[i] - LEAST_TRUST) / (1 - 2 * LEAST_TRUST);
      faded[i] = mask[i] * Math.min(Math.max(share, 0), 1);
    }
    return faded;
  }

  private static byte[] above(float[] ratios) {
    byte[] mask = new byte[ratios.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (ratios[i] > 1 ? 1 : 0);
    }
    return mask;
  }

  private static boolean hasOnes(byte[] mask) {
    for (byte value : mask) {
      if (value == 1) {
        return true;
      }
    }
    return false;
  }

  /** Leaves of what is near enough the seeds and what is possible. */
  private static void grow(byte[] near, byte[] seeds, byte[] possible) {
    for (int i = 0; i < near.length; i++) {
      near[i] = (byte) (seeds[i] | (near[i] & possible[i]));
    }
  }
}
