package evenlight.experiment;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Photographs that tests make. */
final class Photographs {
  private Photographs() {}

  /** Writes {@code under.png} and {@code over.png}. */
  static void pair(Path scene, int height, int width) throws IOException {
    Files.createDirectories(scene);
    Photos.write(photo(height, width, 0), scene.resolve("under.png"));
    Photos.write(photo(height, width, 100), scene.resolve("over.png"));
  }

  /** Samples that count up from an offset. */
  static Photo photo(int height, int width, int offset) {
    byte[] plane = new byte[height * width];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) (i % 150 + offset);
    }
    return new Photo(Image.ofBytes(height, width, plane, plane, plane), Byte.SIZE);
  }
}
