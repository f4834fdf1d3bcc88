package evenlight.filter;

/**
 * Differences between neighbouring samples, which need not be those of any plane.
 *
 * <pre>
 * across(y, x) stands for p(y, x + 1) - p(y, x),   0 in the last column
 * down(y, x)   stands for p(y + 1, x) - p(y, x),   0 in the last row
 * </pre>
 *
 * <p>Held as floats, in which differences of 8-bit samples are exact.
 */
public final class GradientField {
  private final int height;
  private final int width;
  private final float[] across;
  private final float[] down;

  private GradientField(int height, int width, float[] across, float[] down) {
    this.height = height;
    this.width = width;
    this.across = across;
    this.down = down;
  }

  /**
   * A field of the size of a plane.
   *
   * @param across {@code height * width} differences, row by row; not copied
   * @param down the same downwards; not copied
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static GradientField of(int height, int width, float[] across, float[] down) {
    int places = Math.multiplyExact(height, width);
    if (across.length != places || down.length != places) {
      throw new IllegalArgumentException(
          "a %d×%d field must hold %d differences each way, but holds %d and %d"
              .formatted(height, width, places, across.length, down.length));
    }
    return new GradientField(height, width, across, down);
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** The difference to the right of a place, by its number {@code y * width + x}. */
  double across(int place) {
    return across[place];
  }

  /** The difference below a place. */
  double down(int place) {
    return down[place];
  }
}
