package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image;
import evenlight.image.metadata.ExifSketch;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of a camera that was turned. */
class PhotosOrientationTest {
  private static final int HEIGHT = 3;
  private static final int WIDTH = 5;
  private static final int TAG = 274;

  @TempDir private Path folder;

  /** Where the pixel at (y, x) of the upright picture is stored, by the words of EXIF 2.32. */
  private static float stored(Image image, int orientation, int c, int y, int x) {
    int bottom = HEIGHT - 1;
    int right = WIDTH - 1;
    return switch (orientation) {
      case 1 -> image.at(c, y, x);
      case 2 -> image.at(c, y, right - x);
      case 3 -> image.at(c, bottom - y, right - x);
      case 4 -> image.at(c, bottom - y, x);
      case 5 -> image.at(c, x, y);
      case 6 -> image.at(c, bottom - x, y);
      case 7 -> image.at(c, bottom - x, right - y);
      default -> image.at(c, x, right - y);
    };
  }

  private static void assertTurned(Image upright, Image stored, int orientation) {
    assertThat(upright.size()).isEqualTo(orientation < 5 ? "3×5" : "5×3");
    for (int c = 0; c < 3; c++) {
      for (int y = 0; y < upright.height(); y++) {
        for (int x = 0; x < upright.width(); x++) {
          assertThat(upright.at(c, y, x)).isEqualTo(stored(stored, orientation, c, y, x));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void read_pngWithOrientation_isTurnedUpright(int orientation) throws IOException {
    for (int depth : new int[] {8, 16}) {
      Photo photo = Pictures.waves(HEIGHT, WIDTH, depth);
      Path file = folder.resolve("x.png");
      Photos.write(photo, file);
      new ExifSketch().number(TAG, orientation).into(file);

      assertTurned(Photos.read(file).image(), photo.image(), orientation);
      assertThat(Photos.read(file, Colour.STORED)).isEqualTo(photo);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void read_tiffWithOrientation_isTurnedUpright(int orientation) throws IOException {
    byte[] strip = new byte[HEIGHT * WIDTH * 3];
    for (int i = 0; i < strip.length; i++) {
      strip[i] = (byte) (5 * i);
    }
    TiffSketch tiff = TiffSketch.of(HEIGHT, WIDTH, 3, 8, strip).with(TAG, orientation);
    Path file = Files.write(folder.resolve("x.tif"), tiff.bytes());

    Photo stored = Photos.read(file, Colour.STORED);

    assertThat(stored.image().size()).isEqualTo("3×5");
    assertTurned(Photos.read(file).image(), stored.image(), orientation);
  }

  @Test
  void read_paletteWithOrientation_isTurnedUpright() throws IOException {
    byte[] levels = new byte[15];
    BufferedImage picture =
        new BufferedImage(
            WIDTH,
            HEIGHT,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, 15, ramp(levels, 1), ramp(levels, 7), ramp(levels, 16)));
    for (int i = 0; i < levels.length; i++) {
      picture.getRaster().setSample(i % WIDTH, i / WIDTH, 0, i);
    }
    Path file = Files.write(folder.resolve("x.png"), Pictures.encoded(picture, "png"));
    Image stored = Photos.read(file).image();
    new ExifSketch().number(TAG, 6).into(file);

    assertTurned(Photos.read(file).image(), stored, 6);
  }

  private static byte[] ramp(byte[] levels, int step) {
    byte[] ramp = levels.clone();
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = (byte) (i * step);
    }
    return ramp;
  }
}
