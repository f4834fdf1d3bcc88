package evenlight.bench;

import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.image.io.Photos;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Photographs of any size made of given ones, by laying them side by side, every second mirrored.
 *
 * <p>Unlike an enlargement that keeps the texture of real photographs at the scale of pixels, and a
 * smaller size is the upper left part.
 */
final class MirroredTiles {
  private MirroredTiles() {}

  /**
   * Writes a bracket of about so many megapixels, in the shape of the given one.
   *
   * @param ending of the files: their format
   * @return the files, in the order of the given ones
   */
  static List<Path> write(List<Path> exposures, double megapixels, Path folder, String ending)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path exposure : exposures) {
      Photo photo = Photos.read(exposure);
      Image image = photo.image();
      double scale = Math.sqrt(megapixels * 1e6 / image.pixels());
      int height = (int) Math.max(Math.round(scale * image.height()), 1);
      int width = (int) Math.max(Math.round(scale * image.width()), 1);
      Path file = folder.resolve("%s-mp-%d.%s".formatted(megapixels, files.size() + 1, ending));
      Photos.write(new Photo(tiled(image, height, width), photo.bitDepth()), file);
      files.add(file);
    }
    return files;
  }

  /** How large a photograph is. */
  static double megapixels(Path file) throws IOException {
    return Photos.read(file).image().pixels() / 1e6;
  }

  /** An image of another size. */
  static Image tiled(Image image, int height, int width) {
    float[][] planes = new float[image.channels()][height * width];
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < height; y++) {
        int from = mirrored(y, image.height());
        for (int x = 0; x < width; x++) {
          planes[c][y * width + x] = image.at(c, from, mirrored(x, image.width()));
        }
      }
    }
    return Image.of(height, width, planes);
  }

  private static int mirrored(int place, int extent) {
    int inPeriod = place % (2 * extent);
    return inPeriod < extent ? inPeriod : 2 * extent - 1 - inPeriod;
  }
}
