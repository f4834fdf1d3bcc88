package evenlight.image.reference;

import evenlight.image.Image8;

/** How a number on the scale from 0 to 255 becomes a sample of 8 bits. */
public enum LevelRounding {
  /** Limited to the scale, then its fraction cut off: a cast after clipping. */
  TRUNCATED {
    @Override
    public byte of(double level) {
      return (byte) limited(level);
    }
  },
  /** Rounded half up and limited to the scale. */
  ROUNDED {
    @Override
    public byte of(double level) {
      return (byte) limited(Math.floor(level + 0.5));
    }
  },
  /** Its fraction cut off, modulo 256: what NumPy's cast does to numbers beyond the scale. */
  WRAPPED {
    @Override
    public byte of(double level) {
      return (byte) (int) level;
    }
  };

  /** The sample, as an unsigned byte. */
  public abstract byte of(double level);

  /**
   * All samples of a plane.
   *
   * @param scale what they are multiplied by
   */
  public byte[] of(float[] plane, float scale) {
    byte[] samples = new byte[plane.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = of(plane[i] * scale);
    }
    return samples;
  }

  private static int limited(double level) {
    return (int) Math.min(Math.max(level, 0), Image8.WHITE);
  }
}
