package evenlight.filter;

import evenlight.image.Image;
import evenlight.image.LumaRows;
import java.util.Arrays;

/**
 * The luminance of a picture in fewer pixels, each the mean of a square block.
 *
 * <p>What is missing of the last blocks at the right and below is the last column and row again.
 */
public final class ReducedLuminance {
  private ReducedLuminance() {}

  /** How many blocks of a length cover an extent. */
  public static int blocks(int extent, int block) {
    return (extent + block - 1) / block;
  }

  /**
   * The means.
   *
   * @param block height and width of a block, at least 1
   * @param threads how many compute; 0 means one per core; the bits are the same with any number
   * @return as many rows and columns as {@link #blocks} says, row by row
   */
  public static float[] of(Image rgb, int block, int threads) {
    int height = blocks(rgb.height(), block);
    int width = blocks(rgb.width(), block);
    float[] means = new float[height * width];
    new Strips(threads)
        .run(
            height,
            Strips.ROWS / Math.min(block, Strips.ROWS),
            () -> {
              LumaRows rows = new LumaRows(rgb);
              float[] row = new float[width * block];
              return (from, to) -> {
                for (int y = from; y < to; y++) {
                  addBlocks(rgb, rows, row, y, block, means);
                }
              };
            });
    return means;
  }

  private static void addBlocks(
      Image rgb, LumaRows rows, float[] row, int y, int block, float[] means) {
    int width = row.length / block;
    float share = 1f / (block * block);
    for (int dy = 0; dy < block; dy++) {
      rows.read(Math.min(y * block + dy, rgb.height() - 1), row, 0);
      Arrays.fill(row, rgb.width(), row.length, row[rgb.width() - 1]);
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int dx = 0; dx < block; dx++) {
          sum += row[x * block + dx];
        }
        means[y * width + x] += share * sum;
      }
    }
  }
}
