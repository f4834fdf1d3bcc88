package evenlight.demo;

/**
 * The guided filter of He, Sun and Tang (2013) with the plane as its own guide: smooths what varies
 * by less than a threshold and keeps larger steps. Cost O(pixels) for any radius.
 *
 * @param height rows
 * @param width columns
 * @param radius of the square windows, at least 1; they are cut off at the borders
 * @param threshold standard deviation at which half of a variation is kept
 */
record SelfGuidedFilter(int height, int width, int radius, double threshold) {
  /** The smoothed plane. */
  float[] apply(float[] plane) {
    double[] mean = new double[plane.length];
    double[] square = new double[plane.length];
    for (int i = 0; i < plane.length; i++) {
      mean[i] = plane[i];
      square[i] = (double) plane[i] * plane[i];
    }
    mean = windowMean(mean);
    square = windowMean(square);
    double[] slope = new double[plane.length];
    double[] offset = new double[plane.length];
    for (int i = 0; i < plane.length; i++) {
      double variance = Math.max(square[i] - mean[i] * mean[i], 0);
      slope[i] = variance / (variance + threshold * threshold);
      offset[i] = mean[i] * (1 - slope[i]);
    }
    slope = windowMean(slope);
    offset = windowMean(offset);
    float[] smoothed = new float[plane.length];
    for (int i = 0; i < plane.length; i++) {
      smoothed[i] = (float) (slope[i] * plane[i] + offset[i]);
    }
    return smoothed;
  }

  private double[] windowMean(double[] plane) {
    double[] rows = new double[plane.length];
    for (int y = 0; y < height; y++) {
      lineMean(plane, rows, y * width, 1, width);
    }
    double[] mean = new double[plane.length];
    for (int x = 0; x < width; x++) {
      lineMean(rows, mean, x, width, height);
    }
    return mean;
  }

  private void lineMean(double[] from, double[] to, int start, int step, int length) {
    double[] sums = new double[length + 1];
    for (int i = 0; i < length; i++) {
      sums[i + 1] = sums[i] + from[start + i * step];
    }
    for (int i = 0; i < length; i++) {
      int low = Math.max(i - radius, 0);
      int high = Math.min(i + radius + 1, length);
      to[start + i * step] = (sums[high] - sums[low]) / (high - low);
    }
  }
}
