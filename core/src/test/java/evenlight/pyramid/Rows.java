package evenlight.pyramid;

import java.util.Random;

/** Planes held in memory, for tests. */
final class Rows implements RowSource {
  private final double[][][] planes;

  private Rows(double[][][] planes) {
    this.planes = planes;
  }

  static Rows of(double[]... singleRows) {
    double[][][] planes = new double[singleRows.length][1][];
    for (int layer = 0; layer < planes.length; layer++) {
      planes[layer][0] = singleRows[layer];
    }
    return new Rows(planes);
  }

  static Rows random(int layers, int height, int width) {
    Random random = new Random(7);
    double[][][] planes = new double[layers][height][width];
    for (double[][] plane : planes) {
      for (double[] row : plane) {
        for (int x = 0; x < width; x++) {
          row[x] = random.nextDouble();
        }
      }
    }
    return new Rows(planes);
  }

  /** The samples themselves, by layer, row and column. */
  double[][][] planes() {
    return planes;
  }

  @Override
  public int height() {
    return planes[0].length;
  }

  @Override
  public int width() {
    return planes[0][0].length;
  }

  @Override
  public int layers() {
    return planes.length;
  }

  @Override
  public void row(int y, double[][] rows) {
    for (int layer = 0; layer < planes.length; layer++) {
      System.arraycopy(planes[layer][y], 0, rows[layer], 0, width());
    }
  }
}
