package evenlight.fusion;

/** Luminance that is computed when it is asked for, row by row; for one thread. */
public interface LuminanceRows {
  /**
   * Computes a row.
   *
   * @param row takes it, in [0,1], in its first places
   */
  void read(int y, float[] row);
}
