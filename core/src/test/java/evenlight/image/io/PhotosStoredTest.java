package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image8;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples as they are stored, whatever the colour profile says. */
class PhotosStoredTest {
  private static final byte[] LINEAR = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {100, 60_000})
  void read_jpegWithProfile_isThePictureWithoutIt(int bytesEach) throws IOException {
    Path plain = folder.resolve("plain.jpg");
    byte[] jpeg = Pictures.written(Pictures.waves(40, 50, 8), plain);
    Path file = file("x.jpg", JpegSketch.withProfile(jpeg, LINEAR, bytesEach));

    assertThat(Photos.read(file, Colour.STORED)).isEqualTo(Photos.read(plain));
    assertThat(Photos.read(file, Colour.SRGB)).isNotEqualTo(Photos.read(plain));
  }

  @Test
  void read_largeProfileBeyondOneBuffer_isLeftOut() throws IOException {
    byte[] padded = Arrays.copyOf(LINEAR, 200_000);
    Path plain = folder.resolve("plain.jpg");
    byte[] jpeg = Pictures.written(Pictures.waves(16, 16, 8), plain);
    Path file = file("x.jpg", JpegSketch.withProfile(jpeg, padded));

    assertThat(Photos.read(file, Colour.STORED)).isEqualTo(Photos.read(plain));
  }

  @Test
  void read_jpegWithSubsampledChroma_isTheJpegLibrarysRgb() throws IOException {
    byte[] plain = Pictures.encoded(waves(), "jpg");
    Path file = file("x.jpg", JpegSketch.withProfile(plain, LINEAR));

    Image8 read = Image8.of(Photos.read(file, Colour.STORED).image());

    int[][] expected = JpegSketch.storedRgb(plain);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < read.pixels(); i++) {
        assertThat(read.at(c, i)).isEqualTo(expected[c][i]);
      }
    }
  }

  @Test
  void read_jpegOfRgbComponents_takesThemAsTheyAre() throws IOException {
    byte[] rgb = JpegSketch.withAdobe(JpegSketch.ofBands(purple()), 0);
    Path file = file("x.jpg", JpegSketch.withProfile(rgb, LINEAR));
    assertPurple(Photos.read(file, Colour.STORED));
    assertPurple(Photos.read(file("plain.jpg", rgb), Colour.STORED));
  }

  @Test
  void read_jpegOfComponentsNamedRgb_takesThemAsTheyAre() throws IOException {
    byte[] rgb = JpegSketch.named(JpegSketch.ofBands(purple()), "RGB");
    Path file = file("x.jpg", JpegSketch.withProfile(rgb, LINEAR));
    assertPurple(Photos.read(file, Colour.STORED));
  }

  @Test
  void read_tiffWithProfile_keepsItsSamples() throws IOException {
    byte[] strip = {0, 0x20, 0, 0x30, 0, 0x40};
    Path file =
        file(
            "x.tif",
            TiffSketch.of(1, 1, 3, 16, strip).with(TiffSketch.ICC_PROFILE, LINEAR).bytes());

    Photo photo = Photos.read(file, Colour.STORED);

    assertThat(photo)
        .isEqualTo(
            new Photo(
                Pictures.constant(1, 1, 0x2000 / 65535f, 0x3000 / 65535f, 0x4000 / 65535f), 16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.png", "x.jpg", "x.tif"})
  void read_noProfile_isTheSameEitherWay(String name) throws IOException {
    Photos.write(Pictures.waves(21, 34, 8), folder.resolve(name));
    assertThat(Photos.read(folder.resolve(name), Colour.STORED))
        .isEqualTo(Photos.read(folder.resolve(name), Colour.SRGB));
  }

  private static BufferedImage waves() {
    return JpegEncoder.picture(new InterleavedRows(Pictures.waves(33, 47, 8).image(), 8));
  }

  private static BufferedImage purple() {
    return JpegEncoder.picture(
        new InterleavedRows(Pictures.constant(16, 16, 160 / 255f, 16 / 255f, 208 / 255f), 8));
  }

  private static void assertPurple(Photo photo) {
    assertThat(photo)
        .isEqualTo(new Photo(Pictures.constant(16, 16, 160 / 255f, 16 / 255f, 208 / 255f), 8));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
