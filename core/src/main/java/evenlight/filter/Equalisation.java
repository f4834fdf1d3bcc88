package evenlight.filter;

/** Spreads the brightness of a plane in [0,1], each place by what lies around it. */
public interface Equalisation {
  /**
   * Equalises one row of the plane; threads may do different rows at the same time.
   *
   * @param y which row it is
   * @param samples its samples in [0,1], replaced by their equalised values in [0,1]
   */
  void row(int y, double[] samples);
}
