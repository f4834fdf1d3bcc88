package evenlight.fusion.classical;

import evenlight.pyramid.RowSource;

/** The rows of one exposure as a method sees them, and how much each pixel counts. */
interface WeighedRows extends RowSource {
  /**
   * The weight along a row, before it is normalised over the exposures.
   *
   * @param above all layers of the row above, or what stands for it at the border
   * @param row all layers of the row
   * @param below all layers of the row below, or what stands for it at the border
   * @param weight takes the weight
   */
  void weigh(double[][] above, double[][] row, double[][] below, double[] weight);
}
