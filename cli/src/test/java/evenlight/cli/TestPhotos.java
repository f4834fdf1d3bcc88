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

  /** A picture of one of the types of {@link BufferedImage}. */
  static Path ofType(Path file, int type) throws IOException {
    ImageIO.write(new BufferedImage(24, 16, type), "png", file.toFile());
    return file;
  }
}
