package evenlight.metric;

import java.util.stream.IntStream;

/**
 * Sums over the rows of a picture, computed in parallel.
 *
 * <p>Every row adds up its own numbers, and the rows are added from top to bottom afterwards: the
 * same bits for any number of threads.
 */
final class Rows {
  private Rows() {}

  /** What one row contributes. */
  interface Kernel {
    /** Adds what is found in a row to sums that start at 0. */
    void add(int row, double[] sums);
  }

  static double[] sums(int rows, int count, Kernel kernel) {
    double[][] ofRows =
        IntStream.range(0, rows)
            .parallel()
            .mapToObj(row -> ofRow(row, count, kernel))
            .toArray(double[][]::new);
    double[] sums = new double[count];
    for (double[] ofRow : ofRows) {
      for (int i = 0; i < count; i++) {
        sums[i] += ofRow[i];
      }
    }
    return sums;
  }

  private static double[] ofRow(int row, int count, Kernel kernel) {
    double[] sums = new double[count];
    kernel.add(row, sums);
    return sums;
  }
}
