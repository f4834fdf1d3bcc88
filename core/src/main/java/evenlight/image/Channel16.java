package evenlight.image;

import java.util.Arrays;

/** Unsigned shorts: the value of a sample is v / 65535. */
final class Channel16 implements Channel {
  private static final int WHITE = 65535;

  /** What one step of 8 bits is in 16 bits; odd, so that no sample lies midway between two. */
  private static final int FROM_8_BITS = 257;

  private final short[] shorts;

  Channel16(short[] shorts) {
    this.shorts = shorts;
  }

  @Override
  public int length() {
    return shorts.length;
  }

  @Override
  public float at(int place) {
    return (shorts[place] & WHITE) / (float) WHITE;
  }

  @Override
  public float[] floats() {
    float[] samples = new float[shorts.length];
    fetch(0, samples.length, samples);
    return samples;
  }

  @Override
  public void fetch(int from, int count, double[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = (shorts[from + i] & WHITE) / (double) WHITE;
    }
  }

  @Override
  public void fetch(int from, int count, float[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = (shorts[from + i] & WHITE) / (float) WHITE;
    }
  }

  @Override
  public void fetch(int from, int count, byte[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = (byte) (((shorts[from + i] & WHITE) + FROM_8_BITS / 2) / FROM_8_BITS);
    }
  }

  @Override
  public void fetch(int from, int count, short[] samples) {
    System.arraycopy(shorts, from, samples, 0, count);
  }

  @Override
  public boolean sameAs(Channel other) {
    return other instanceof Channel16 same
        ? Arrays.equals(shorts, same.shorts)
        : Channel.super.sameAs(other);
  }
}
