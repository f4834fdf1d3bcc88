package evenlight.filter;

import evenlight.image.Image8;

/**
 * Strength and orientation of the Sobel gradient along one row of an image, with zeros outside the
 * picture.
 *
 * <pre>
 * sx = right - left,  sy = upper - lower neighbours, weighted 1 2 1
 * strength = √(sx² + sy²),  orientation = atan(sy / sx), π/2 where sx = 0
 * </pre>
 *
 * <p>The y axis points up. That decides on which side of π/2 an orientation near it lies.
 */
public final class SobelRow {
  private final double[] strength;
  private final double[] orientation;

  private SobelRow(int width) {
    strength = new double[width];
    orientation = new double[width];
  }

  /** The gradient along a row of one channel. */
  public static SobelRow of(Image8 image, int channel, int row) {
    int width = image.width();
    int[] smooth = new int[width + 2];
    int[] difference = new int[width + 2];
    for (int x = 0; x < width; x++) {
      int above = row == 0 ? 0 : image.at(channel, (row - 1) * width + x);
      int below = row == image.height() - 1 ? 0 : image.at(channel, (row + 1) * width + x);
      smooth[x + 1] = above + 2 * image.at(channel, row * width + x) + below;
      difference[x + 1] = above - below;
    }
    SobelRow gradient = new SobelRow(width);
    for (int x = 0; x < width; x++) {
      int across = smooth[x + 2] - smooth[x];
      int up = difference[x] + 2 * difference[x + 1] + difference[x + 2];
      gradient.strength[x] = Math.sqrt(across * across + up * up);
      gradient.orientation[x] = across == 0 ? Math.PI / 2 : Math.atan((double) up / across);
    }
    return gradient;
  }

  /** Columns. */
  public int width() {
    return strength.length;
  }

  /** How steep the picture is: 0 to about 1140 for neighbouring black and white. */
  public double strength(int x) {
    return strength[x];
  }

  /** Direction of the gradient without its sign: above -π/2, at most π/2. */
  public double orientation(int x) {
    return orientation[x];
  }
}
