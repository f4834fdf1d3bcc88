package evenlight.filter;

import java.util.Arrays;

/**
 * Opening, closing and dilation of a mask by a disk.
 *
 * <p>What lies outside the mask is left out of all three. The disk holds all places at most its
 * radius from its centre. Cost: linear in places, whatever the radius; one more mask.
 */
public final class DiskMorphology {
  private final int height;
  private final int width;
  private final int radius;
  private final int[] halfWidths;

  /**
   * Operations on masks of one size.
   *
   * @param radius of the disk, at most 125
   */
  public DiskMorphology(int height, int width, int radius) {
    this.height = height;
    this.width = width;
    this.radius = radius;
    this.halfWidths = new int[radius + 1];
    Arrays.setAll(halfWidths, dy -> (int) Math.sqrt(radius * radius - dy * dy));
  }

  /** Opens a mask of zeros and ones in its place: what no disk of ones fits into becomes 0. */
  public void open(byte[] mask) {
    grow(mask, 0);
    grow(mask, 1);
  }

  /** Closes a mask of zeros and ones in its place: what no disk of zeros fits into becomes 1. */
  public void close(byte[] mask) {
    grow(mask, 1);
    grow(mask, 0);
  }

  /** Dilates a mask of zeros and ones in its place: a disk around every 1 becomes 1. */
  public void dilate(byte[] mask) {
    grow(mask, 1);
  }

  /** Gives a value to all places with a place of that value in the disk around them. */
  private void grow(byte[] mask, int value) {
    byte[] distances = distancesFromAbove(mask, value);
    int[] changes = new int[width + 1];
    for (int y = height - 1; y >= 0; y--) {
      int row = y * width;
      Arrays.fill(changes, 0);
      for (int x = 0; x < width; x++) {
        if (y + 1 < height) {
          distances[row + x] = (byte) Math.min(distances[row + x], distances[row + width + x] + 1);
        }
        if (distances[row + x] <= radius) {
          int half = halfWidths[distances[row + x]];
          changes[Math.max(x - half, 0)]++;
          changes[Math.min(x + half + 1, width)]--;
        }
      }
      int disks = 0;
      for (int x = 0; x < width; x++) {
        disks += changes[x];
        mask[row + x] = (byte) (disks > 0 ? value : 1 - value);
      }
    }
  }

  /** How far above each place the nearest one of that value lies; radius + 1 for any further. */
  private byte[] distancesFromAbove(byte[] mask, int value) {
    byte[] distances = new byte[mask.length];
    for (int i = 0; i < mask.length; i++) {
      int above = i < width ? radius : distances[i - width];
      distances[i] = (byte) (mask[i] == value ? 0 : Math.min(above, radius) + 1);
    }
    return distances;
  }
}
