package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.image.Image;
import evenlight.image.Image8;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of several blocks: noise above, which is coded byte by byte, and stripes below. */
class PhotosBlocksTest {
  private static final int HEIGHT = 501;
  private static final int WIDTH = 701;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"x.png,8", "x.png,16", "x.tif,8", "x.tif,16"})
  void write_severalBlocks_readsBackExactly(String name, int bitDepth) throws IOException {
    Photo photo = new Photo(picture(bitDepth), bitDepth);
    assertThat(new InterleavedRows(photo.image(), bitDepth).blocks()).isGreaterThan(4);
    Path file = folder.resolve(name);

    Photos.write(photo, file);

    assertThat(Photos.read(file)).isEqualTo(photo);
  }

  @ParameterizedTest
  @CsvSource({"x.png,8", "x.png,16", "x.tif,8"})
  void write_severalBlocks_areReadByTheJdk(String name, int bitDepth) throws IOException {
    Image image = picture(bitDepth);
    Path file = folder.resolve(name);
    Photos.write(new Photo(image, bitDepth), file);

    Raster raster = ImageIO.read(file.toFile()).getRaster();

    int white = (1 << bitDepth) - 1;
    for (int y = 0; y < HEIGHT; y += 10) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(raster.getSample(x, y, 1)).isEqualTo(Math.round(image.at(1, y, x) * white));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"x.png,16,8", "x.tif,16,8", "x.png,8,16", "x.tif,8,16"})
  void write_otherDepthThanStored_isThatOfTheFloats(String name, int stored, int bitDepth)
      throws IOException {
    Image image = picture(stored);
    Image floats =
        Image.of(
            HEIGHT, WIDTH, IntStream.range(0, 3).mapToObj(image::plane).toArray(float[][]::new));
    byte[] expected = Pictures.written(new Photo(floats, bitDepth), folder.resolve(name));

    assertThat(Pictures.written(new Photo(image, bitDepth), folder.resolve(name)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"x.png", "x.tif"})
  void write_severalBlocksTwice_givesTheSameBytes(String name) throws IOException {
    Photo photo = new Photo(picture(16), 16);
    byte[] first = Pictures.written(photo, folder.resolve(name));
    assertThat(Pictures.written(photo, folder.resolve(name))).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"x.png", "x.tif", "x.jpg"})
  void write_notANumberInTheLastBlock_isRefusedAndLeavesNothing(String name) {
    float[] plane = new float[HEIGHT * WIDTH];
    plane[plane.length - 1] = Float.NaN;
    Photo photo = new Photo(Image.of(HEIGHT, WIDTH, plane, plane, plane), 8);

    assertThatThrownBy(() -> Photos.write(photo, folder.resolve(name)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must be numbers, but one is NaN");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void read_8Bits_isSharedWithImage8() throws IOException {
    Path file = folder.resolve("x.png");
    Photos.write(Pictures.waves(4, 5, 8), file);
    Image image = Photos.read(file).image();
    assertThat(Image8.of(image).plane(0)).isSameAs(Image8.of(image).plane(0));
  }

  private static Image picture(int bitDepth) {
    Random random = new Random(5);
    short[][] planes = new short[3][HEIGHT * WIDTH];
    byte[][] high = new byte[3][HEIGHT * WIDTH];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < HEIGHT * WIDTH; i++) {
        int stripes = i / WIDTH / 7 * 1500 + c;
        planes[c][i] = (short) (i < HEIGHT * WIDTH / 2 ? random.nextInt(1 << 16) : stripes);
        high[c][i] = (byte) (planes[c][i] >> Byte.SIZE);
      }
    }
    return bitDepth == 16
        ? Image.ofShorts(HEIGHT, WIDTH, planes)
        : Image.ofBytes(HEIGHT, WIDTH, high);
  }
}
