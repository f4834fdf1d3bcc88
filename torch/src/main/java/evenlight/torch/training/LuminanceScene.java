package evenlight.torch.training;

import evenlight.dataset.Scene;
import evenlight.image.Image;
import evenlight.image.LumaRows;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The luminance of a scene's frames, one byte a pixel, and the brightness that a fusion of them
 * should have in the large.
 *
 * <p>That brightness is a quarter the mean of all frames and three quarters their mean weighted by
 * how well each pixel is exposed, exp(-(y - 0.5)² / (2 · 0.2²)) as in Mertens et al. 2007, with its
 * contrast about its own mean raised by 1.3 and then bent softly, 0.5 + 0.42 tanh((y - 0.5) /
 * 0.42), so that it asks neither for white nor for black: a bright window should keep its colour.
 */
final class LuminanceScene {
  private static final double EXPOSEDNESS_SIGMA = 0.2;
  private static final double LEAST_WEIGHT = 1e-3;
  private static final double PLAIN_SHARE = 0.25;
  private static final double CONTRAST = 1.3;
  private static final double HALF_RANGE = 0.42;

  private final String name;
  private final int height;
  private final int width;
  private final List<byte[]> frames;
  private final double[] means;
  private final byte[] brightness;
  private final int under;
  private final int over;

  private LuminanceScene(Scene scene, int height, int width, List<byte[]> frames) {
    this.name = scene.name();
    this.height = height;
    this.width = width;
    this.frames = frames;
    this.means = frames.stream().mapToDouble(LuminanceScene::mean).toArray();
    this.brightness = brightness(frames);
    this.under = scene.frames().indexOf(scene.under());
    this.over = scene.frames().indexOf(scene.over());
  }

  /**
   * Reads and reduces the frames.
   *
   * @throws IOException if one cannot be read or has another size than the first
   */
  static LuminanceScene read(Scene scene) throws IOException {
    List<byte[]> frames = new ArrayList<>();
    int height = 0;
    int width = 0;
    for (Path frame : scene.frames()) {
      Image image = Photos.read(frame).image();
      if (frames.isEmpty()) {
        height = image.height();
        width = image.width();
      } else if (image.height() != height || image.width() != width) {
        throw new IOException(
            "all frames of scene %s must be %d×%d, but %s is %s"
                .formatted(scene.name(), height, width, frame, image.size()));
      }
      frames.add(luminance(image));
    }
    return new LuminanceScene(scene, height, width, frames);
  }

  private static byte[] luminance(Image image) {
    LumaRows rows = new LumaRows(image);
    byte[] bytes = new byte[image.pixels()];
    float[] row = new float[image.width()];
    for (int y = 0; y < image.height(); y++) {
      rows.read(y, row, 0);
      System.arraycopy(toBytes(row), 0, bytes, y * row.length, row.length);
    }
    return bytes;
  }

  private static byte[] brightness(List<byte[]> frames) {
    float[] target = new float[frames.get(0).length];
    double sum = 0;
    for (int i = 0; i < target.length; i++) {
      double plain = 0;
      double weighted = 0;
      double weights = 0;
      for (byte[] frame : frames) {
        double y = (frame[i] & 255) / 255.0;
        double distance = (y - 0.5) / EXPOSEDNESS_SIGMA;
        double weight = LEAST_WEIGHT + StrictMath.exp(-0.5 * distance * distance);
        plain += y;
        weighted += weight * y;
        weights += weight;
      }
      target[i] =
          (float) (PLAIN_SHARE * plain / frames.size() + (1 - PLAIN_SHARE) * weighted / weights);
      sum += target[i];
    }
    double mean = sum / target.length;
    for (int i = 0; i < target.length; i++) {
      double contrasted = mean + CONTRAST * (target[i] - mean);
      target[i] = (float) (0.5 + HALF_RANGE * StrictMath.tanh((contrasted - 0.5) / HALF_RANGE));
    }
    return toBytes(target);
  }

  private static byte[] toBytes(float[] plane) {
    byte[] bytes = new byte[plane.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(plane[i] * 255);
    }
    return bytes;
  }

  private static double mean(byte[] plane) {
    long sum = 0;
    for (byte value : plane) {
      sum += value & 255;
    }
    return sum / 255.0 / plane.length;
  }

  String name() {
    return name;
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  /** The frame of the default pair that stands for the under-exposed one. */
  int under() {
    return under;
  }

  /** The frame of the default pair that stands for the over-exposed one. */
  int over() {
    return over;
  }

  /** Mean luminance of each frame, in [0,1]. */
  double[] means() {
    return means.clone();
  }

  byte[] frame(int index) {
    return frames.get(index);
  }

  byte[] brightness() {
    return brightness;
  }
}
