package evenlight.bracket;

import evenlight.image.Image;
import evenlight.image.LumaRows;
import java.util.stream.IntStream;

/**
 * The mean of an image's luminance (BT.601).
 *
 * <p>Each row is summed from left to right, then the rows from top to bottom, so that the result
 * does not depend on the number of threads.
 */
final class MeanLuminance {
  private static final int ROWS_A_TASK = 64;

  private MeanLuminance() {}

  static double of(Image rgb) {
    double[] sums = new double[rgb.height()];
    int tasks = (rgb.height() + ROWS_A_TASK - 1) / ROWS_A_TASK;
    IntStream.range(0, tasks).parallel().forEach(task -> sum(rgb, task * ROWS_A_TASK, sums));
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    return total / rgb.pixels();
  }

  private static void sum(Image rgb, int start, double[] sums) {
    LumaRows rows = new LumaRows(rgb);
    float[] luma = new float[rgb.width()];
    for (int y = start; y < Math.min(start + ROWS_A_TASK, sums.length); y++) {
      rows.read(y, luma, 0);
      double sum = 0;
      for (float sample : luma) {
        sum += sample;
      }
      sums[y] = sum;
    }
  }
}
