package evenlight.fusion.classical;

/** A fused luminance that is computed row by row, by several threads at once. */
interface LuminanceRows {
  /** One row, in levels from 0 to 255. */
  void row(int y, double[] levels);
}
