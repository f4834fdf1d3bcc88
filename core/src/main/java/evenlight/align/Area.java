package evenlight.align;

/**
 * A rectangle of the reference's pixels.
 *
 * @param x its leftmost column
 * @param y its topmost row
 * @param width columns
 * @param height rows
 */
public record Area(int x, int y, int width, int height) {
  /** Checks that it has a pixel. */
  public Area {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "an area must begin at 0 or behind and have a pixel, but is %d×%d at (%d, %d)"
              .formatted(height, width, x, y));
    }
  }

  /** All of a picture. */
  public static Area whole(int height, int width) {
    return new Area(0, 0, width, height);
  }

  /** Whether it is all of a picture of this size. */
  public boolean isWhole(int pictureHeight, int pictureWidth) {
    return equals(whole(pictureHeight, pictureWidth));
  }
}
