package evenlight.filter;

/** Takes the mean away from a plane. */
final class Centring {
  private Centring() {}

  /** Subtracts the mean; rows are summed up one by one, so that any number of threads agrees. */
  static void centre(double[] samples, int height, int width, Strips strips) {
    double[] sums = new double[height];
    strips.run(height, () -> (from, to) -> sumRows(samples, width, from, to, sums));
    double sum = 0;
    for (double row : sums) {
      sum += row;
    }
    double mean = sum / samples.length;
    strips.run(
        height,
        () ->
            (from, to) -> {
              for (int i = from * width; i < to * width; i++) {
                samples[i] -= mean;
              }
            });
  }

  private static void sumRows(double[] samples, int width, int from, int to, double[] sums) {
    for (int y = from; y < to; y++) {
      double sum = 0;
      for (int x = 0; x < width; x++) {
        sum += samples[y * width + x];
      }
      sums[y] = sum;
    }
  }
}
