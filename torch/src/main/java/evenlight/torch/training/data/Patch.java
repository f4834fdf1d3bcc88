package evenlight.torch.training.data;

/**
 * Where a patch lies in its picture, and what is done to it: reduced by averaging whole blocks,
 * turned or flipped, and its luminance changed by a tone curve, before the averaging as a camera
 * would.
 */
final class Patch {
  private static final int LEVELS = 256;

  private final int top;
  private final int left;
  private final int reduction;
  private final int size;
  private final int symmetry;
  private final float[] tones;

  /**
   * A patch.
   *
   * @param size its height and width after the reduction
   * @param symmetry bit 0 flips columns, bit 1 flips rows, bit 2 swaps both
   * @param gamma the power that luminance is raised to
   */
  Patch(int top, int left, int reduction, int size, int symmetry, double gamma) {
    this.top = top;
    this.left = left;
    this.reduction = reduction;
    this.size = size;
    this.symmetry = symmetry;
    this.tones = tones(gamma, reduction * reduction);
  }

  /** What each level adds to the mean of so many pixels. */
  private static float[] tones(double gamma, int pixels) {
    float[] tones = new float[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      double value = level / (LEVELS - 1.0);
      tones[level] = (float) ((gamma == 1 ? value : StrictMath.pow(value, gamma)) / pixels);
    }
    return tones;
  }

  /**
   * The patch of planes that lie one behind the other, channel by channel.
   *
   * @param pixels of a plane
   */
  float[] cut(byte[] planes, int width, int pixels) {
    float[] patch = new float[planes.length / pixels * size * size];
    for (int c = 0; c < planes.length / pixels; c++) {
      cut(planes, width, c * pixels, patch, c * size * size);
    }
    return patch;
  }

  private void cut(byte[] planes, int width, int plane, float[] patch, int start) {
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int row = (symmetry & 2) == 0 ? y : size - 1 - y;
        int column = (symmetry & 1) == 0 ? x : size - 1 - x;
        int place = (symmetry & 4) == 0 ? row * size + column : column * size + row;
        patch[start + place] = blockMean(planes, plane, width, y, x);
      }
    }
  }

  private float blockMean(byte[] planes, int plane, int width, int y, int x) {
    float mean = 0;
    int start = plane + (top + y * reduction) * width + left + x * reduction;
    for (int dy = 0; dy < reduction; dy++) {
      for (int dx = 0; dx < reduction; dx++) {
        mean += tones[planes[start + dy * width + dx] & (LEVELS - 1)];
      }
    }
    return mean;
  }
}
