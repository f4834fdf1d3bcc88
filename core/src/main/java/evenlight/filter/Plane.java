package evenlight.filter;

import evenlight.image.Image8;

/** One channel in double precision, rows from top to bottom; not written to once it is shared. */
public final class Plane {
  private final int height;
  private final int width;
  private final double[] samples;

  private Plane(int height, int width, double[] samples) {
    this.height = height;
    this.width = width;
    this.samples = samples;
  }

  /**
   * A plane of samples.
   *
   * @param samples {@code height * width} of them, row by row; not copied
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Plane of(int height, int width, double[] samples) {
    if (samples.length != Math.multiplyExact(height, width)) {
      throw new IllegalArgumentException(
          "a %d×%d plane must hold %d samples, but holds %d"
              .formatted(height, width, height * width, samples.length));
    }
    return new Plane(height, width, samples);
  }

  /** One channel of an image, 0 to 255. */
  public static Plane of(Image8 image, int channel) {
    double[] samples = new double[image.pixels()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = image.at(channel, i);
    }
    return new Plane(image.height(), image.width(), samples);
  }

  /** Rows. */
  public int height() {
    return height;
  }

  /** Columns. */
  public int width() {
    return width;
  }

  /** The samples, row by row; shared with this plane. */
  public double[] samples() {
    return samples;
  }
}
