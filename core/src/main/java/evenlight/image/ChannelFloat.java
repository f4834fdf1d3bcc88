package evenlight.image;

import java.util.Arrays;

/** Floats, which are the values. */
final class ChannelFloat implements Channel {
  private static final int WHITE_8 = 255;
  private static final int WHITE_16 = 65535;

  private final float[] floats;

  ChannelFloat(float[] floats) {
    this.floats = floats;
  }

  @Override
  public int length() {
    return floats.length;
  }

  @Override
  public float at(int place) {
    return floats[place];
  }

  @Override
  public float[] floats() {
    return floats;
  }

  @Override
  public void fetch(int from, int count, double[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = floats[from + i];
    }
  }

  @Override
  public void fetch(int from, int count, float[] samples) {
    System.arraycopy(floats, from, samples, 0, count);
  }

  @Override
  public void fetch(int from, int count, byte[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = (byte) round(floats[from + i], WHITE_8);
    }
  }

  @Override
  public void fetch(int from, int count, short[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = (short) round(floats[from + i], WHITE_16);
    }
  }

  /** In double, where neither the product nor adding a half is rounded to the wrong side. */
  private static int round(float sample, int white) {
    if (Float.isNaN(sample)) {
      throw new IllegalArgumentException("samples must be numbers, but one is NaN");
    }
    return (int) Math.min(Math.max(sample * (double) white + 0.5, 0), white);
  }

  @Override
  public boolean sameAs(Channel other) {
    return other instanceof ChannelFloat same
        ? Arrays.equals(floats, same.floats)
        : Channel.super.sameAs(other);
  }
}
