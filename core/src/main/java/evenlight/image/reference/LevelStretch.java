package evenlight.image.reference;

import evenlight.image.Image8;

/**
 * How the picture writers of SciPy bring samples of any range to 8 bits: a linear scale, rounded
 * half up. A flat plane becomes black.
 */
public enum LevelStretch {
  /** The least sample becomes 0, the greatest 255 ({@code imsave}). */
  MIN_MAX {
    @Override
    float black(float[] plane) {
      float least = plane[0];
      for (float sample : plane) {
        least = Math.min(least, sample);
      }
      return least;
    }
  },
  /** 0 stays 0, the greatest sample becomes 255 ({@code toimage} with {@code cmin=0}). */
  MAX {
    @Override
    float black(float[] plane) {
      return 0;
    }
  };

  /** Which sample becomes 0. */
  abstract float black(float[] plane);

  /** The samples as unsigned bytes. */
  public byte[] of(float[] plane) {
    float black = black(plane);
    float white = plane[0];
    for (float sample : plane) {
      white = Math.max(white, sample);
    }
    double range = (double) white - black;
    double scale = Image8.WHITE / (range == 0 ? 1 : range);
    byte[] samples = new byte[plane.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = LevelRounding.ROUNDED.of(((double) plane[i] - black) * scale);
    }
    return samples;
  }
}
