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

  /**
   * Half the size: each sample is the mean of 2×2, where the last row and column stand in for those
   * beyond them.
   *
   * @return ceil(height/2) × ceil(width/2) samples
   */
  public Plane halved() {
    int rows = (height + 1) / 2;
    int columns = (width + 1) / 2;
    double[] means = new double[rows * columns];
    for (int y = 0; y < rows; y++) {
      int upper = 2 * y * width;
      int lower = Math.min(2 * y + 1, height - 1) * width;
      for (int x = 0; x < columns; x++) {
        int left = 2 * x;
        int right = Math.min(left + 1, width - 1);
        means[y * columns + x] =
            (samples[upper + left]
                    + samples[upper + right]
                    + samples[lower + left]
                    + samples[lower + right])
                / 4;
      }
    }
    return new Plane(rows, columns, means);
  }
}
