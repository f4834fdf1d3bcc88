package evenlight.demo;

import evenlight.image.Image;
import evenlight.image.io.Photo;

/**
 * A camera that cannot hold the scene: noisy in the dark, clipped in the light, 8 bits a sample.
 *
 * @param ev exposure in stops; at 0 a radiance of 1 saturates the sensor
 * @param fullWell electrons of a saturated photosite, which set the shot noise; at least 1
 * @param readNoise standard deviation of the read noise in electrons, at least 0
 */
record Camera(double ev, double fullWell, double readNoise) {
  private static final double FULL_WELL = 24_000;
  private static final double READ_NOISE = 5;

  Camera {
    if (!(Math.abs(ev) <= 64)) {
      throw new IllegalArgumentException("an exposure must be within ±64 EV, but is " + ev);
    }
    if (!(fullWell >= 1 && Double.isFinite(fullWell))) {
      throw new IllegalArgumentException(
          "a full well must hold at least 1 electron, but holds " + fullWell);
    }
    if (!(readNoise >= 0 && Double.isFinite(readNoise))) {
      throw new IllegalArgumentException(
          "read noise must be at least 0 electrons, but is " + readNoise);
    }
  }

  /** A camera with a sensor of middling quality. */
  static Camera at(double ev) {
    return new Camera(ev, FULL_WELL, READ_NOISE);
  }

  /** Takes a photograph; the seed chooses the noise. */
  Photo expose(RadianceMap scene, long seed) {
    Noise noise = new Noise(seed);
    float[][] planes = new float[3][];
    for (int channel = 0; channel < planes.length; channel++) {
      planes[channel] = expose(scene, channel, noise);
    }
    return new Photo(Image.of(scene.height(), scene.width(), planes), 8);
  }

  private float[] expose(RadianceMap scene, int channel, Noise noise) {
    double gain = StrictMath.pow(2, ev);
    float[] values = new float[scene.pixels()];
    for (int i = 0; i < values.length; i++) {
      double electrons = fullWell * gain * scene.at(channel, i);
      double deviation = Math.sqrt(electrons + readNoise * readNoise);
      double read = electrons + deviation * noise.normal(i, channel);
      values[i] = Quantiser.toEightBits(ResponseCurve.apply(read / fullWell));
    }
    return values;
  }
}
