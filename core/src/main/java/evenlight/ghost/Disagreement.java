package evenlight.ghost;

import evenlight.filter.Strips;
import evenlight.image.Image;

/**
 * How much an exposure differs from what was foretold of it, in units of what is allowed: above 1
 * is motion.
 *
 * <p>Two measures: {@code certain}, of the channel with the second largest difference and blind to
 * shifts of two pixels, so that neither a colour that no curve for each channel brings across nor a
 * little misalignment counts; and {@code possible}, of the channel with the largest, which sees
 * outlines, too. Both are means over 3×3 pixels, and 0 where nothing is foretold.
 */
final class Disagreement {
  private static final int CERTAIN_RADIUS = 2;
  private static final int POSSIBLE_RADIUS = 1;
  private static final float CERTAIN_SPREAD = 1.5f;
  private static final float POSSIBLE_SPREAD = 1;

  private final Image frame;
  private final float[][] foretold;
  private final float[] trust;
  private final ExposureTransfer transfer;
  private final Strips strips;

  /**
   * Reads a forecast.
   *
   * @param transfer tells which pixels are typical
   */
  Disagreement(Image frame, Forecast forecast, ExposureTransfer transfer, Strips strips) {
    this.frame = frame;
    this.transfer = transfer;
    this.strips = strips;
    this.foretold = new float[frame.channels()][frame.pixels()];
    this.trust = new float[frame.pixels()];
    strips.run(frame.height(), () -> (from, to) -> read(forecast, from, to));
  }

  private void read(Forecast forecast, int from, int to) {
    int width = frame.width();
    float[][] samples = new float[foretold.length][width];
    float[] shares = new float[width];
    for (int y = from; y < to; y++) {
      forecast.row(y, samples, shares);
      System.arraycopy(shares, 0, trust, y * width, width);
      for (int c = 0; c < samples.length; c++) {
        System.arraycopy(samples[c], 0, foretold[c], y * width, width);
      }
    }
  }

  /** How far the forecast is to be trusted around each place, from 0 to 1. */
  float[] trust(int radius) {
    return SmoothPlane.means(trust, frame.height(), frame.width(), radius, strips);
  }

  /** Where motion is certain: above 1. */
  float[] certain(GhostLevel level) {
    float[] largest = new float[trust.length];
    float[] second = new float[trust.length];
    for (int c = 0; c < foretold.length; c++) {
      float[] ratios = ratios(c, CERTAIN_RADIUS, false, level.certain(), CERTAIN_SPREAD);
      for (int i = 0; i < ratios.length; i++) {
        second[i] = Math.max(second[i], Math.min(largest[i], ratios[i]));
        largest[i] = Math.max(largest[i], ratios[i]);
      }
    }
    return means(second);
  }

  /** Where motion is possible: above 1. */
  float[] possible(GhostLevel level) {
    float[] largest = new float[trust.length];
    for (int c = 0; c < foretold.length; c++) {
      float[] ratios = ratios(c, POSSIBLE_RADIUS, true, level.possible(), POSSIBLE_SPREAD);
      for (int i = 0; i < ratios.length; i++) {
        largest[i] = Math.max(largest[i], ratios[i]);
      }
    }
    return means(largest);
  }

  private float[] means(float[] plane) {
    return SmoothPlane.means(plane, frame.height(), frame.width(), 1, strips);
  }

  private float[] ratios(int channel, int radius, boolean greater, double allowed, float spread) {
    float[] plane = foretold[channel];
    float[] ratios = new float[plane.length];
    float[] shown = frame.plane(channel);
    strips.run(
        frame.height(), () -> new Distances(plane, shown, frame.width(), radius, greater, ratios));
    UsualDistance usual = new UsualDistance();
    for (int i = 0; i < plane.length; i++) {
      if (trust[i] >= ExposureTransfer.TRUSTED && transfer.isTypical(i)) {
        usual.add(plane[i], ratios[i]);
      }
    }
    usual.finish();
    for (int i = 0; i < plane.length; i++) {
      ratios[i] =
          trust[i] >= ExposureTransfer.TRUSTED
              ? ratios[i] / ((float) allowed + spread * usual.at(plane[i]))
              : 0;
    }
    return ratios;
  }
}
