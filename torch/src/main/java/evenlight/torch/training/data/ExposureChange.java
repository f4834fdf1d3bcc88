package evenlight.torch.training.data;

import java.util.SplittableRandom;

/**
 * What a camera makes of a picture with another exposure: light times a gain, clipped, through a
 * response curve, with noise, in 8 bits. The picture is taken for light to the power of 1/2.2.
 */
final class ExposureChange {
  private static final double DISPLAY = 2.2;
  private static final int ENTRIES = 4096;
  private static final double MOST_NOISE = 0.01;
  private static final int WHITE = 255;

  private final float[] response = new float[ENTRIES];
  private final double noise;

  /**
   * A change.
   *
   * @param stops of more light
   * @param gamma of the response, 2.2 for that of the picture
   * @param noise its standard deviation
   */
  ExposureChange(double stops, double gamma, double noise) {
    this.noise = noise;
    double gain = StrictMath.pow(2, stops);
    for (int i = 0; i < ENTRIES; i++) {
      double light = gain * StrictMath.pow(i / (ENTRIES - 1.0), DISPLAY);
      response[i] = (float) StrictMath.pow(Math.min(light, 1), 1 / gamma);
    }
  }

  /** Two exposures of one camera, so many stops apart, the first one darker or brighter. */
  static ExposureChange[] pair(double gap, SplittableRandom random) {
    double middle = random.nextDouble() - 0.5;
    double half = random.nextBoolean() ? gap / 2 : -gap / 2;
    double gamma = DISPLAY * (0.8 + 0.45 * random.nextDouble());
    double noise = MOST_NOISE * random.nextDouble();
    return new ExposureChange[] {
      new ExposureChange(middle - half, gamma, noise),
      new ExposureChange(middle + half, gamma, noise)
    };
  }

  /** Changes samples in [0,1], in their place. */
  void apply(float[] samples, SplittableRandom random) {
    for (int i = 0; i < samples.length; i++) {
      float sample = Math.min(Math.max(samples[i], 0), 1);
      double value = response[(int) (sample * (ENTRIES - 1) + 0.5f)];
      value += noise * (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
      samples[i] = (float) (Math.rint(Math.min(Math.max(value, 0), 1) * WHITE) / WHITE);
    }
  }
}
