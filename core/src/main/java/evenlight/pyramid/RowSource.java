package evenlight.pyramid;

/**
 * Several layers of one size, a row of all of them at a time.
 *
 * <p>A source may keep what it computed for one row for the next. It belongs to one thread; rows
 * that are asked for from top to bottom cost least.
 */
public interface RowSource {
  /** Rows. */
  int height();

  /** Columns. */
  int width();

  /** Planes that make up the source. */
  int layers();

  /**
   * One row of every layer.
   *
   * @param y from 0 to {@code height() - 1}
   * @param rows an array for each layer, which takes the row in its first {@code width()} places
   */
  void row(int y, double[][] rows);
}
