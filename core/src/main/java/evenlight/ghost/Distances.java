package evenlight.ghost;

import evenlight.filter.Strips;
import java.util.Arrays;

/**
 * How far apart two planes are where a small shift may not count.
 *
 * <pre>
 * d(a, b) = how far a pixel of a lies outside the range of b over (2r+1)×(2r+1) around it
 * </pre>
 *
 * <p>The distance is the lesser of d(a, b) and d(b, a), which no shift by r pixels raises, or the
 * greater one, which is 0 only where each explains the other. One worker serves one thread.
 */
final class Distances implements Strips.Worker {
  private final float[] first;
  private final float[] second;
  private final int width;
  private final int height;
  private final int radius;
  private final boolean greater;
  private final float[] distances;
  private final float[] least;
  private final float[] most;
  private final float[] columnLeast;
  private final float[] columnMost;

  /**
   * A worker.
   *
   * @param greater whether the greater of both distances counts
   * @param distances takes them, as large as the planes
   */
  Distances(
      float[] first, float[] second, int width, int radius, boolean greater, float[] distances) {
    this.first = first;
    this.second = second;
    this.width = width;
    this.height = first.length / width;
    this.radius = radius;
    this.greater = greater;
    this.distances = distances;
    this.least = new float[width];
    this.most = new float[width];
    this.columnLeast = new float[width];
    this.columnMost = new float[width];
  }

  @Override
  public void compute(int from, int to) {
    for (int y = from; y < to; y++) {
      range(second, y);
      for (int x = 0, i = y * width; x < width; x++, i++) {
        distances[i] = outside(first[i], x);
      }
      range(first, y);
      for (int x = 0, i = y * width; x < width; x++, i++) {
        float other = outside(second[i], x);
        distances[i] = greater ? Math.max(distances[i], other) : Math.min(distances[i], other);
      }
    }
  }

  private float outside(float sample, int x) {
    return Math.max(Math.max(least[x] - sample, sample - most[x]), 0);
  }

  private void range(float[] plane, int y) {
    Arrays.fill(columnLeast, Float.POSITIVE_INFINITY);
    Arrays.fill(columnMost, Float.NEGATIVE_INFINITY);
    for (int i = Math.max(y - radius, 0); i <= Math.min(y + radius, height - 1); i++) {
      for (int x = 0, at = i * width; x < width; x++, at++) {
        columnLeast[x] = Math.min(columnLeast[x], plane[at]);
        columnMost[x] = Math.max(columnMost[x], plane[at]);
      }
    }
    for (int x = 0; x < width; x++) {
      float low = columnLeast[x];
      float high = columnMost[x];
      for (int j = Math.max(x - radius, 0); j <= Math.min(x + radius, width - 1); j++) {
        low = Math.min(low, columnLeast[j]);
        high = Math.max(high, columnMost[j]);
      }
      least[x] = low;
      most[x] = high;
    }
  }
}
