package evenlight.fusion.classical;

import evenlight.image.Image;
import java.util.Arrays;
import java.util.List;

/**
 * How far the exposures agree with each other, for scenes in which things move; for one thread.
 *
 * <pre>
 * D_ij = mean over 19×19 of |d_i - d_j|²,   d: {@link SiftDescriptors}
 * S_i  = Σ_{j≠i} exp(-D_ij / (2 · 0.05²))
 * </pre>
 *
 * <p>Beyond the border, the mean repeats the distances at it. Memory of a thread: 19 rows for each
 * pair of exposures and some 230 for each exposure.
 */
final class SiftConsistency implements DescriptorRows {
  private static final int RADIUS = 9;
  private static final int WINDOW = 2 * RADIUS + 1;
  private static final double SIGMA = 0.05;

  private final int height;
  private final int width;
  private final SiftDescriptors[] images;
  private final double[][] descriptors;
  private final double[] distances;
  private final double[] means;
  // By row, then by image or pair of images; rows take turns.
  private final double[][][] contrastRows;
  private final double[][][] distanceRows;
  private int computed;
  private int row;

  SiftConsistency(List<Image> images, double[] greatestGreys) {
    int count = images.size();
    height = images.get(0).height();
    width = images.get(0).width();
    this.images = new SiftDescriptors[count];
    Arrays.setAll(this.images, k -> new SiftDescriptors(images.get(k), greatestGreys[k]));
    descriptors = new double[count][width * SiftDescriptors.ENTRIES];
    distances = new double[width];
    means = new double[width];
    contrastRows = new double[WINDOW][count][width];
    distanceRows = new double[WINDOW][count * (count - 1) / 2][width];
  }

  @Override
  public void restart(int from, int to) {
    row = from;
    computed = Math.max(from - RADIUS, 0);
    for (SiftDescriptors image : images) {
      image.restart(computed);
    }
  }

  @Override
  public void next(double[][] contrasts, double[][] consistencies) {
    while (computed <= Math.min(row + RADIUS, height - 1)) {
      compute(computed % WINDOW);
      computed++;
    }
    for (int k = 0; k < images.length; k++) {
      System.arraycopy(contrastRows[row % WINDOW][k], 0, contrasts[k], 0, width);
      Arrays.fill(consistencies[k], 0);
    }
    int pair = 0;
    for (int i = 0; i < images.length; i++) {
      for (int j = 0; j < i; j++) {
        agree(pair++, consistencies[i], consistencies[j]);
      }
    }
    row++;
  }

  private void compute(int turn) {
    for (int k = 0; k < images.length; k++) {
      images[k].next(descriptors[k], contrastRows[turn][k]);
    }
    int pair = 0;
    for (int i = 0; i < images.length; i++) {
      for (int j = 0; j < i; j++) {
        distances(descriptors[i], descriptors[j]);
        sumAcross(distanceRows[turn][pair++]);
      }
    }
  }

  private void distances(double[] a, double[] b) {
    for (int x = 0, entry = 0; x < width; x++) {
      double sum = 0;
      for (int end = entry + SiftDescriptors.ENTRIES; entry < end; entry++) {
        double difference = a[entry] - b[entry];
        sum += difference * difference;
      }
      distances[x] = sum;
    }
  }

  private void sumAcross(double[] sums) {
    for (int x = 0; x < width; x++) {
      double sum = 0;
      for (int i = x - RADIUS; i <= x + RADIUS; i++) {
        sum += distances[Math.min(Math.max(i, 0), width - 1)];
      }
      sums[x] = sum;
    }
  }

  private void agree(int pair, double[] first, double[] second) {
    Arrays.fill(means, 0);
    for (int i = row - RADIUS; i <= row + RADIUS; i++) {
      double[] sums = distanceRows[Math.min(Math.max(i, 0), height - 1) % WINDOW][pair];
      for (int x = 0; x < width; x++) {
        means[x] += sums[x];
      }
    }
    for (int x = 0; x < width; x++) {
      double mean = means[x] / (WINDOW * WINDOW);
      double agreement = Math.exp(-mean / (2 * SIGMA * SIGMA));
      first[x] += agreement;
      second[x] += agreement;
    }
  }
}
