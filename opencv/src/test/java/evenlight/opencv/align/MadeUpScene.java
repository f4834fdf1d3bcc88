package evenlight.opencv.align;

import evenlight.align.Transform;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.Random;

/**
 * A scene of ten stops that can be photographed from anywhere: its radiance is a formula of the
 * place, so that no interpolation comes between a motion and its picture.
 */
record MadeUpScene(long seed, int height, int width) {
  private static final double CELL = 26;
  private static final int SUPERSAMPLES = 3;
  private static final double GAMMA = 1 / 2.2;

  /**
   * A photograph with 8 bits and noise, clipped where it is too bright.
   *
   * @param ev stops by which it is exposed longer
   * @param toScene takes places of the photograph to those of the scene
   */
  Exposure photograph(String name, double ev, Transform toScene) {
    return photograph(name, ev, toScene, 8);
  }

  Exposure photograph(String name, double ev, Transform toScene, int bitDepth) {
    Random noise = new Random(name.hashCode());
    double gain = Math.pow(2, ev);
    int white = (1 << bitDepth) - 1;
    short[] deep = new short[height * width];
    byte[] samples = new byte[height * width];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        double value = Math.pow(Math.min(gain * radiance(x, y, toScene), 1), GAMMA);
        double noisy = value + noise.nextGaussian() * 0.002;
        int level = (int) Math.rint(Math.max(0, Math.min(noisy, 1)) * white);
        samples[i] = (byte) level;
        deep[i] = (short) level;
      }
    }
    Image image =
        bitDepth == 8
            ? Image.ofBytes(height, width, samples, samples, samples)
            : Image.ofShorts(height, width, deep, deep, deep);
    return new Exposure(name, new Photo(image, bitDepth));
  }

  /** The mean over a pixel. */
  private double radiance(int x, int y, Transform toScene) {
    double sum = 0;
    for (int row = 0; row < SUPERSAMPLES; row++) {
      for (int column = 0; column < SUPERSAMPLES; column++) {
        double px = x + (column + 0.5) / SUPERSAMPLES - 0.5;
        double py = y + (row + 0.5) / SUPERSAMPLES - 0.5;
        sum += radiance(toScene.x(px, py), toScene.y(px, py));
      }
    }
    return sum / (SUPERSAMPLES * SUPERSAMPLES);
  }

  private double radiance(double x, double y) {
    double stops =
        -2.5
            + 6 * (smooth(x / 190, y / 190, 1) - 0.5)
            + patch(x, y)
            + 0.8 * smooth(x / 7, y / 7, 2);
    return Math.pow(2, stops);
  }

  /** Flat patches with sharp borders, each around a random point of its cell. */
  private double patch(double x, double y) {
    long column = (long) Math.floor(x / CELL);
    long row = (long) Math.floor(y / CELL);
    double nearest = Double.POSITIVE_INFINITY;
    double value = 0;
    for (long r = row - 1; r <= row + 1; r++) {
      for (long c = column - 1; c <= column + 1; c++) {
        double dx = (c + random(r, c, 3)) * CELL - x;
        double dy = (r + random(r, c, 4)) * CELL - y;
        if (dx * dx + dy * dy < nearest) {
          nearest = dx * dx + dy * dy;
          value = 2 * random(r, c, 5) - 1;
        }
      }
    }
    return value;
  }

  private double smooth(double x, double y, int layer) {
    long column = (long) Math.floor(x);
    long row = (long) Math.floor(y);
    double fx = ease(x - column);
    double fy = ease(y - row);
    double upper = mix(fx, random(row, column, layer), random(row, column + 1, layer));
    double lower = mix(fx, random(row + 1, column, layer), random(row + 1, column + 1, layer));
    return mix(fy, upper, lower);
  }

  private static double ease(double t) {
    return t * t * (3 - 2 * t);
  }

  private static double mix(double t, double a, double b) {
    return a + t * (b - a);
  }

  /** Of a place and a layer, in [0,1). */
  private double random(long row, long column, int layer) {
    long hash = seed + row * 0x9E3779B97F4A7C15L + column * 0xC2B2AE3D27D4EB4FL + layer;
    hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
    return (hash >>> 11) * 0x1p-53;
  }
}
