package evenlight.fusion.classical;

import evenlight.pyramid.RowSource;

/** The rows of one exposure as a method sees them, and how much each pixel counts. */
interface WeighedRows extends RowSource {
  /** The layer whose contrast is a part of the weight. */
  int contrastLayer();

  /**
   * The weight along a row, before it is normalised over the exposures.
   *
   * @param row all layers of that row
   * @param weight holds the contrast and takes the weight
   */
  void weigh(double[][] row, double[] weight);
}
