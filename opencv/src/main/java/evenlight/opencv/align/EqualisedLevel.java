package evenlight.opencv.align;

/**
 * A level in 8 bits, each sample by its rank among all: two exposures of a scene then look alike
 * wherever neither clips.
 */
final class EqualisedLevel {
  private static final int STEPS = 1 << 16;

  private EqualisedLevel() {}

  /** The ranks, 0 to 255, row by row. */
  static byte[] of(LumaLevel level) {
    int[] counts = new int[STEPS];
    for (int y = 0; y < level.height(); y++) {
      for (int x = 0; x < level.width(); x++) {
        counts[step(level.at(y, x))]++;
      }
    }
    double total = (double) level.height() * level.width();
    byte[] ranks = new byte[STEPS];
    long below = 0;
    for (int step = 0; step < STEPS; step++) {
      ranks[step] = (byte) Math.rint((below + counts[step] / 2.0) / total * 255);
      below += counts[step];
    }
    byte[] equalised = new byte[level.height() * level.width()];
    for (int y = 0, i = 0; y < level.height(); y++) {
      for (int x = 0; x < level.width(); x++, i++) {
        equalised[i] = ranks[step(level.at(y, x))];
      }
    }
    return equalised;
  }

  private static int step(float sample) {
    return Math.min((int) (sample * STEPS), STEPS - 1);
  }
}
