package evenlight.filter;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Sums over a square window, weighted by the same taps down and across, at the places where the
 * whole window lies inside the plane.
 *
 * <p>An H×W plane has (H - size + 1)×(W - size + 1) such places. They are computed a row at a time
 * and for products of two planes without storing these, so that local variances of a large picture
 * need no further planes. The order of additions is fixed: the same bits whichever thread computes
 * a row. Cost: 2·size multiplications and additions for each place.
 */
public final class SeparableWindow {
  private final double[] taps;

  private SeparableWindow(double[] taps) {
    this.taps = taps;
  }

  /** Taps of 1, so that sums of integers are exact. */
  public static SeparableWindow ones(int size) {
    return new SeparableWindow(DoubleStream.generate(() -> 1).limit(size).toArray());
  }

  /** A Gaussian with taps that sum to 1. */
  public static SeparableWindow gaussian(int size, double sigma) {
    double centre = (size - 1) / 2.0;
    double[] taps =
        IntStream.range(0, size)
            .mapToDouble(i -> Math.exp(-(i - centre) * (i - centre) / (2 * sigma * sigma)))
            .toArray();
    double sum = Arrays.stream(taps).sum();
    return new SeparableWindow(Arrays.stream(taps).map(tap -> tap / sum).toArray());
  }

  /** Rows and columns of the window. */
  public int size() {
    return taps.length;
  }

  /**
   * How many rows or columns of places a plane of this many rows or columns has; 0 if too small.
   */
  public int places(int extent) {
    return Math.max(extent - taps.length + 1, 0);
  }

  /**
   * The sums of one row of places.
   *
   * @param row 0 to {@code places(height) - 1}: the top row of the windows
   * @param scratch at least as long as the plane is wide; overwritten
   * @param sums receives {@code places(width)} sums
   */
  public void sum(Plane plane, int row, double[] scratch, double[] sums) {
    int width = plane.width();
    double[] samples = plane.samples();
    Arrays.fill(scratch, 0, width, 0);
    for (int j = 0; j < taps.length; j++) {
      int from = (row + j) * width;
      double tap = taps[j];
      for (int x = 0; x < width; x++) {
        scratch[x] += tap * samples[from + x];
      }
    }
    across(scratch, places(width), sums);
  }

  /** Like {@link #sum}, of the products of two planes' samples. */
  public void sumOfProducts(Plane a, Plane b, int row, double[] scratch, double[] sums) {
    int width = a.width();
    double[] first = a.samples();
    double[] second = b.samples();
    Arrays.fill(scratch, 0, width, 0);
    for (int j = 0; j < taps.length; j++) {
      int from = (row + j) * width;
      double tap = taps[j];
      for (int x = 0; x < width; x++) {
        scratch[x] += tap * (first[from + x] * second[from + x]);
      }
    }
    across(scratch, places(width), sums);
  }

  /**
   * The sums at every second place of every second row, starting with the first: a plane of half
   * the size.
   */
  public Plane everySecond(Plane plane) {
    int height = (places(plane.height()) + 1) / 2;
    int width = (places(plane.width()) + 1) / 2;
    double[] samples = new double[height * width];
    IntStream.range(0, height)
        .parallel()
        .forEach(
            y -> {
              double[] sums = new double[places(plane.width())];
              sum(plane, 2 * y, new double[plane.width()], sums);
              for (int x = 0; x < width; x++) {
                samples[y * width + x] = sums[2 * x];
              }
            });
    return Plane.of(height, width, samples);
  }

  private void across(double[] columns, int places, double[] sums) {
    Arrays.fill(sums, 0, places, 0);
    for (int j = 0; j < taps.length; j++) {
      double tap = taps[j];
      for (int x = 0; x < places; x++) {
        sums[x] += tap * columns[x + j];
      }
    }
  }
}
