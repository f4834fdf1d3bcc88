package evenlight.ghost;

/** What an exposure should show, row by row, told from others; read by several threads at once. */
interface Forecast {
  /**
   * One row.
   *
   * @param samples takes a row of each channel
   * @param trust takes from 0, nothing is known of a pixel, to 1
   */
  void row(int y, float[][] samples, float[] trust);
}
