package evenlight.cli;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
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

  /** A picture of one of the types of {@link BufferedImage}. */
  static Path ofType(Path file, int type) throws IOException {
    ImageIO.write(new BufferedImage(24, 16, type), "png", file.toFile());
    return file;
  }
}
