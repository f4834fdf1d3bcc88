package evenlight.image;

import java.util.Arrays;

/**
 * The samples of one channel in the type that they are stored in.
 *
 * <p>Whatever the type, a sample has one value, the float of {@link #at}, and two channels with the
 * same values are the same.
 */
sealed interface Channel permits Channel8, Channel16, ChannelFloat {
  /** How many samples are compared at a time where types differ. */
  int BLOCK = 1 << 12;

  /** The number of samples. */
  int length();

  /** The value of a sample by its place. */
  float at(int place);

  /** All values: the stored array itself where these are floats, else a new one. */
  float[] floats();

  /** Fetches samples in double precision. */
  void fetch(int from, int count, double[] samples);

  /** Fetches values. */
  void fetch(int from, int count, float[] samples);

  /** Fetches samples rounded to 8 bits. */
  void fetch(int from, int count, byte[] samples);

  /** Fetches samples rounded to 16 bits. */
  void fetch(int from, int count, short[] samples);

  /** Whether both have the same number of samples and the same values. */
  default boolean sameAs(Channel other) {
    if (length() != other.length()) {
      return false;
    }
    float[] here = new float[Math.min(BLOCK, length())];
    float[] there = new float[here.length];
    for (int from = 0; from < length(); from += BLOCK) {
      int count = Math.min(BLOCK, length() - from);
      fetch(from, count, here);
      other.fetch(from, count, there);
      if (!Arrays.equals(here, 0, count, there, 0, count)) {
        return false;
      }
    }
    return true;
  }
}
