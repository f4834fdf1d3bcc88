package evenlight.flow;

/**
 * Where another picture shows what a picture shows, for each of its pixels: what lies at p lies
 * there at p + flow. In pixels, row by row.
 */
public final class FlowField {
  private final int height;
  private final int width;
  private final float[] x;
  private final float[] y;

  /**
   * A field.
   *
   * @param x steps to the right; not copied
   * @param y steps down; not copied
   * @throws IllegalArgumentException if the numbers are not as many as the pixels
   */
  public FlowField(int height, int width, float[] x, float[] y) {
    if (height < 1 || width < 1 || x.length != height * width || y.length != x.length) {
      throw new IllegalArgumentException(
          "a flow must have as many steps as pixels, but has %d and %d for %d×%d"
              .formatted(x.length, y.length, height, width));
    }
    this.height = height;
    this.width = width;
    this.x = x;
    this.y = y;
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** The step to the right of the pixel with this number, counted row by row. */
  public float x(int place) {
    return x[place];
  }

  /** The step down of the pixel with this number, counted row by row. */
  public float y(int place) {
    return y[place];
  }

  /** The step to the right at any place, linear between pixels; beyond the border as on it. */
  public float xAt(float row, float column) {
    return between(x, row, column);
  }

  /** The step down at any place, linear between pixels; beyond the border as on it. */
  public float yAt(float row, float column) {
    return between(y, row, column);
  }

  /**
   * The mean of this flow and the one that another leads back along: an error that both have in
   * common, such as a network's leaning to one side, cancels out.
   *
   * @param back the flow from the other picture to this one's, of the same size
   */
  FlowField meanWithReversed(FlowField back) {
    float[] right = new float[x.length];
    float[] down = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      int line = i / width;
      float row = line + y[i];
      float column = i % width + x[i];
      right[i] = (x[i] - back.xAt(row, column)) / 2;
      down[i] = (y[i] - back.yAt(row, column)) / 2;
    }
    return new FlowField(height, width, right, down);
  }

  private float between(float[] plane, float row, float column) {
    float down = Math.min(Math.max(row, 0), height - 1);
    float across = Math.min(Math.max(column, 0), width - 1);
    int top = (int) down;
    int left = (int) across;
    int bottom = Math.min(top + 1, height - 1) * width;
    int right = Math.min(left + 1, width - 1);
    float share = across - left;
    float above = plane[top * width + left];
    above += share * (plane[top * width + right] - above);
    float below = plane[bottom + left];
    below += share * (plane[bottom + right] - below);
    return above + (down - top) * (below - above);
  }
}
