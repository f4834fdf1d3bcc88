package evenlight.pyramid;

/** The textbook's pyramid, plane by plane and pixel by pixel, to compare with. */
record WholePlanes(Border border) {
  private static final double[] TAPS = {1 / 16.0, 4 / 16.0, 6 / 16.0, 4 / 16.0, 1 / 16.0};

  double[][] blend(double[][][] weights, double[][][] pictures, int levels) {
    double[][] sum = new double[pictures[0].length][pictures[0][0].length];
    double[][][] coarserWeights = new double[weights.length][][];
    double[][][] coarser = new double[pictures.length][][];
    for (int k = 0; k < pictures.length; k++) {
      coarserWeights[k] = halved(weights[k]);
      coarser[k] = halved(pictures[k]);
      double[][] low = expanded(coarser[k], sum.length, sum[0].length);
      for (int y = 0; y < sum.length; y++) {
        for (int x = 0; x < sum[0].length; x++) {
          double difference = levels == 1 ? pictures[k][y][x] : pictures[k][y][x] - low[y][x];
          sum[y][x] += weights[k][y][x] * difference;
        }
      }
    }
    if (levels == 1) {
      return sum;
    }
    double[][] rest =
        expanded(blend(coarserWeights, coarser, levels - 1), sum.length, sum[0].length);
    for (int y = 0; y < sum.length; y++) {
      for (int x = 0; x < sum[0].length; x++) {
        sum[y][x] += rest[y][x];
      }
    }
    return sum;
  }

  private double[][] halved(double[][] plane) {
    int height = plane.length;
    int width = plane[0].length;
    double[][] halved = new double[(height + 1) / 2][(width + 1) / 2];
    for (int y = 0; y < halved.length; y++) {
      for (int x = 0; x < halved[0].length; x++) {
        for (int i = -2; i <= 2; i++) {
          for (int j = -2; j <= 2; j++) {
            double sample =
                plane[border.halving(2 * y + i, height)][border.halving(2 * x + j, width)];
            halved[y][x] += TAPS[i + 2] * TAPS[j + 2] * sample;
          }
        }
      }
    }
    return halved;
  }

  /** Every second sample is zero; the filter counts four times. */
  private double[][] expanded(double[][] plane, int height, int width) {
    double[][] expanded = new double[height][width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int i = -2; i <= 2; i++) {
          for (int j = -2; j <= 2; j++) {
            if ((y + i) % 2 == 0 && (x + j) % 2 == 0) {
              int row = border.doubling((y + i) / 2, plane.length);
              int column = border.doubling((x + j) / 2, plane[0].length);
              expanded[y][x] += 4 * TAPS[i + 2] * TAPS[j + 2] * plane[row][column];
            }
          }
        }
      }
    }
    return expanded;
  }
}
