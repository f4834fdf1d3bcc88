package evenlight.image;

import java.util.Arrays;

/** Unsigned bytes: the value of a sample is v / 255. */
final class Channel8 implements Channel {
  private static final int WHITE = 255;
  private static final int TO_16_BITS = 257;
  private static final float[] FLOATS = new float[WHITE + 1];
  private static final double[] DOUBLES = new double[WHITE + 1];

  static {
    for (int v = 0; v <= WHITE; v++) {
      FLOATS[v] = v / (float) WHITE;
      DOUBLES[v] = v / (double) WHITE;
    }
  }

  private final byte[] bytes;

  Channel8(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The stored array itself. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public int length() {
    return bytes.length;
  }

  @Override
  public float at(int place) {
    return FLOATS[bytes[place] & 0xff];
  }

  @Override
  public float[] floats() {
    float[] samples = new float[bytes.length];
    fetch(0, samples.length, samples);
    return samples;
  }

  @Override
  public void fetch(int from, int count, double[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = DOUBLES[bytes[from + i] & 0xff];
    }
  }

  @Override
  public void fetch(int from, int count, float[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = FLOATS[bytes[from + i] & 0xff];
    }
  }

  @Override
  public void fetch(int from, int count, byte[] samples) {
    System.arraycopy(bytes, from, samples, 0, count);
  }

  @Override
  public void fetch(int from, int count, short[] samples) {
    for (int i = 0; i < count; i++) {
      samples[i] = (short) ((bytes[from + i] & 0xff) * TO_16_BITS);
    }
  }

  @Override
  public boolean sameAs(Channel other) {
    return other instanceof Channel8 same
        ? Arrays.equals(bytes, same.bytes)
        : Channel.super.sameAs(other);
  }
}
