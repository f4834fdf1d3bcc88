package evenlight.pyramid;

import java.util.Arrays;

/**
 * The rows of a source that were asked for last, so that each is made only once while a filter
 * moves down.
 *
 * <p>A row keeps its values until one that lies a multiple of the capacity away is asked for. Rows
 * that are asked for again later are made again: too small a capacity costs time and nothing else.
 */
public final class RowWindow {
  private final RowSource source;
  private final double[][][] slots;
  private final int[] held;

  /**
   * A window onto a source.
   *
   * @param capacity how many rows it keeps
   */
  public RowWindow(RowSource source, int capacity) {
    this.source = source;
    int rows = Math.min(capacity, source.height());
    slots = new double[rows][source.layers()][source.width()];
    held = new int[rows];
    Arrays.fill(held, -1);
  }

  /** One row of every layer; not to be written to. */
  public double[][] row(int y) {
    int slot = y % slots.length;
    if (held[slot] != y) {
      source.row(y, slots[slot]);
      held[slot] = y;
    }
    return slots[slot];
  }

  /** Rows of the source. */
  public int height() {
    return source.height();
  }

  /** Columns of the source. */
  public int width() {
    return source.width();
  }

  /** Layers of the source. */
  public int layers() {
    return source.layers();
  }
}
