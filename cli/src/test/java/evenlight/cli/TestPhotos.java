package evenlight.cli;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small pictures in files. */
final class TestPhotos {
  private static final int TILE = 7;

  private TestPhotos() {}

  static Path grey(Path file, int height, int width, float level) throws IOException {
    return grey(file, height, width, level, 8);
  }

  static Path grey(Path file, int height, int width, float level, int bitDepth) throws IOException {
    float[] plane = new float[height * width];
    Arrays.fill(plane, level);
    Photos.write(new Photo(Image.of(height, width, plane, plane, plane), bitDepth), file);
    return file;
  }

  /** Grey noise, the same for equal sizes, times a gain and clipped. */
  static Path texture(Path file, int height, int width, float gain) throws IOException {
    Random random = new Random(1);
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = Math.min(gain * (0.2f + 0.5f * random.nextFloat()), 1);
    }
    Photos.write(new Photo(Image.of(height, width, plane, plane, plane), 8), file);
    return file;
  }

  /**
   * Tiles of random grey, the same for equal seeds, times a gain and clipped, seen from a place
   * that is moved.
   */
  static Path tiles(Path file, long seed, int right, int down, float gain) throws IOException {
    int height = 150;
    int width = 200;
    int margin = 64;
    Random random = new Random(seed);
    float[] greys = new float[64 * 64];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = random.nextFloat();
    }
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      int row = (i / width + down + margin) / TILE;
      int column = (i % width + right + margin) / TILE;
      plane[i] = Math.min(gain * (0.1f + 0.5f * greys[row * 64 + column]), 1);
    }
    Photos.write(new Photo(Image.of(height, width, plane, plane, plane), 8), file);
    return file;
  }

  /** A picture of one of the types of {@link BufferedImage}. */
  static Path ofType(Path file, int type) throws IOException {
    ImageIO.write(new BufferedImage(24, 16, type), "png", file.toFile());
    return file;
  }
}
