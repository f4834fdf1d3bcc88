package evenlight.flow;

import evenlight.filter.BoxFilter;
import java.util.Arrays;

/**
 * Flow without the noise of its pixels: each gets the affine motion that fits its neighbourhood.
 *
 * <pre>
 * u(q) ≈ a + b (x(q) - x(p)) + c (y(q) - y(p)),   q of the believed pixels around p
 * </pre>
 *
 * <p>By least squares in a square window, for both directions; twice, the second time without the
 * pixels whose flow is more than a pixel off, so that what moves otherwise does not count. A pixel
 * that is off itself keeps its flow, and so does one with too few around it: edges of motion stay.
 * What a network finds is off by a fraction of a pixel here and there, and thousands of pixels of
 * one motion tell it better than one.
 */
final class LocalMotion {
  private static final int RADIUS = 24;
  private static final double TOLERANCE = 1;

  /** The least share of a window that must count. */
  private static final double LEAST = 0.1;

  /** Added to the variance of places, in square pixels: few places have no slope. */
  private static final double RIDGE = 1;

  private final int height;
  private final int width;
  private final FlowField flow;

  private LocalMotion(FlowField flow) {
    this.height = flow.height();
    this.width = flow.width();
    this.flow = flow;
  }

  /**
   * The flow without noise.
   *
   * @param doubted zeros where it is believed, ones elsewhere
   */
  static FlowField of(FlowField flow, byte[] doubted) {
    LocalMotion motion = new LocalMotion(flow);
    FlowField first = motion.fitted(doubted);
    byte[] other = doubted.clone();
    for (int i = 0; i < other.length; i++) {
      if (!motion.isNear(first, i)) {
        other[i] = 1;
      }
    }
    FlowField second = motion.fitted(other);
    float[] x = new float[doubted.length];
    float[] y = new float[doubted.length];
    for (int i = 0; i < x.length; i++) {
      FlowField better = motion.isNear(second, i) ? second : flow;
      x[i] = better.x(i);
      y[i] = better.y(i);
    }
    return new FlowField(flow.height(), flow.width(), x, y);
  }

  private boolean isNear(FlowField fit, int place) {
    double dx = fit.x(place) - flow.x(place);
    double dy = fit.y(place) - flow.y(place);
    return dx * dx + dy * dy <= TOLERANCE * TOLERANCE;
  }

  /** The fit at each pixel, or its flow where too few count. */
  private FlowField fitted(byte[] left) {
    Moments moments = new Moments();
    float[] x = new float[left.length];
    float[] y = new float[left.length];
    for (int row = 0; row < height + RADIUS; row++) {
      moments.enter(row, left);
      if (row >= RADIUS) {
        moments.fit(row - RADIUS, x, y);
      }
    }
    return new FlowField(height, width, x, y);
  }

  /** Sums over the windows of a row: of ones, of places and of steps, and of their products. */
  private final class Moments {
    private static final int ONES = 0;
    private static final int X = 1;
    private static final int Y = 2;
    private static final int XX = 3;
    private static final int XY = 4;
    private static final int YY = 5;
    private static final int RIGHT = 6;
    private static final int DOWN = 9;
    private static final int COUNT = 12;

    private final BoxFilter[] filters = new BoxFilter[COUNT];
    private final double[][] sums = new double[COUNT][width];

    Moments() {
      Arrays.setAll(filters, i -> new BoxFilter(height, width, RADIUS));
    }

    void enter(int row, byte[] left) {
      for (int i = 0; i < COUNT; i++) {
        Arrays.fill(filters[i].entering(), 0);
      }
      for (int x = 0; row < height && x < width; x++) {
        int place = row * width + x;
        if (left[place] == 0) {
          put(x, ONES, x, row, 1);
          put(x, RIGHT, x, row, flow.x(place));
          put(x, DOWN, x, row, flow.y(place));
          filters[XX].entering()[x] = (double) x * x;
          filters[XY].entering()[x] = (double) x * row;
          filters[YY].entering()[x] = (double) row * row;
        }
      }
      for (BoxFilter filter : filters) {
        filter.enter();
      }
    }

    /** A value and its products with the place. */
    private void put(int column, int first, int x, int y, double value) {
      filters[first].entering()[column] = value;
      filters[first + X].entering()[column] = value * x;
      filters[first + Y].entering()[column] = value * y;
    }

    void fit(int row, float[] right, float[] down) {
      for (int i = 0; i < COUNT; i++) {
        filters[i].sums(sums[i]);
      }
      double rows = BoxFilter.places(height, RADIUS, row);
      for (int x = 0; x < width; x++) {
        int place = row * width + x;
        if (sums[ONES][x] < LEAST * rows * BoxFilter.places(width, RADIUS, x)) {
          right[place] = flow.x(place);
          down[place] = flow.y(place);
        } else {
          right[place] = (float) value(RIGHT, x, row);
          down[place] = (float) value(DOWN, x, row);
        }
      }
    }

    private double value(int first, int x, int y) {
      double count = sums[ONES][x];
      double meanX = sums[X][x] / count;
      double meanY = sums[Y][x] / count;
      double mean = sums[first][x] / count;
      double xx = sums[XX][x] / count - meanX * meanX + RIDGE;
      double yy = sums[YY][x] / count - meanY * meanY + RIDGE;
      double xy = sums[XY][x] / count - meanX * meanY;
      double across = sums[first + X][x] / count - meanX * mean;
      double along = sums[first + Y][x] / count - meanY * mean;
      double slopeX = yy * across - xy * along;
      double slopeY = xx * along - xy * across;
      return mean + (slopeX * (x - meanX) + slopeY * (y - meanY)) / (xx * yy - xy * xy);
    }
  }
}
