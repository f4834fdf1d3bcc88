package evenlight.fusion.classical;

import evenlight.filter.BoxFilter;
import evenlight.filter.Strips;
import java.util.Arrays;

/**
 * A plane of {@link MespdFusion} at twice its size: its samples go to the even rows and columns,
 * and each place becomes the mean of those among them that lie in a box around it.
 */
final class MespdInterpolation implements Strips.Worker {
  private final double[] coarse;
  private final int height;
  private final int width;
  private final int radius;
  private final Sink sink;
  private final BoxFilter box;
  private final double[] reciprocals;
  private final double[] means;

  /** Takes finished rows. */
  interface Sink {
    /** One row, overwritten afterwards. */
    void row(int y, double[] samples);
  }

  /**
   * A worker for one thread.
   *
   * @param coarse ⌈height/2⌉ × ⌈width/2⌉ samples
   * @param radius of the box
   */
  MespdInterpolation(double[] coarse, int height, int width, int radius, Sink sink) {
    this.coarse = coarse;
    this.height = height;
    this.width = width;
    this.radius = radius;
    this.sink = sink;
    this.box = new BoxFilter(height, width, radius);
    this.means = new double[width];
    this.reciprocals = new double[width];
    Arrays.setAll(reciprocals, x -> 1.0 / known(width, x));
  }

  @Override
  public void compute(int from, int to) {
    box.restart();
    for (int y = Math.max(from - radius, 0); y < to + radius; y++) {
      enter(y);
      if (y - radius >= from) {
        interpolate(y - radius);
      }
    }
  }

  private void enter(int y) {
    if (y % 2 != 0 || y >= height) {
      box.enterZeros();
      return;
    }
    double[] row = box.entering();
    Arrays.fill(row, 0);
    int columns = (width + 1) / 2;
    for (int x = 0, i = y / 2 * columns; x < columns; x++, i++) {
      row[2 * x] = coarse[i];
    }
    box.enter();
  }

  private void interpolate(int y) {
    box.sums(means);
    double reciprocal = 1.0 / known(height, y);
    for (int x = 0; x < width; x++) {
      means[x] *= reciprocals[x] * reciprocal;
    }
    sink.row(y, means);
  }

  /** How many even places the box around a place holds along one axis. */
  private int known(int extent, int place) {
    return Math.min(place + radius, extent - 1) / 2 - (Math.max(place - radius, 0) + 1) / 2 + 1;
  }
}
