package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.image.Image;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosWriteTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x.png", "x.tif", "x.TIFF", "x.Png"})
  void write_everyLevelOf16Bits_readsBackExactly(String name) throws IOException {
    Photo photo = Pictures.everyLevel();
    Path file = folder.resolve(name);

    Photos.write(photo, file);

    assertThat(Photos.read(file)).isEqualTo(photo);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.png", "x.tiff"})
  void write_8Bits_readsBackExactly(String name) throws IOException {
    Photo photo = Pictures.waves(33, 47, 8);
    Path file = folder.resolve(name);

    Photos.write(photo, file);

    assertThat(Photos.read(file)).isEqualTo(photo);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.jpg", "x.JPEG"})
  void write_jpeg_hasAlways8BitsAndIsClose(String name) throws IOException {
    Photo photo = new Photo(Pictures.constant(16, 24, 0.2f, 0.5f, 0.7f), 16);
    Path file = folder.resolve(name);

    Photos.write(photo, file);

    Photo back = Photos.read(file);
    assertThat(back.bitDepth()).isEqualTo(8);
    for (int c = 0; c < 3; c++) {
      assertThat(back.image().at(c, 8, 8))
          .isBetween(photo.image().at(c, 8, 8) - 0.02f, photo.image().at(c, 8, 8) + 0.02f);
    }
  }

  @Test
  void write_jpegOfRedAndBlueColumns_keepsChromaInFullResolution() throws IOException {
    float[] red = new float[16 * 16];
    float[] blue = new float[16 * 16];
    for (int i = 0; i < red.length; i++) {
      red[i] = i % 2;
      blue[i] = 1 - red[i];
    }
    Path file = folder.resolve("x.jpg");

    Photos.write(new Photo(Image.of(16, 16, red, new float[256], blue), 8), file);

    Image back = Photos.read(file).image();
    assertThat(back.at(0, 8, 8)).isLessThan(0.1f);
    assertThat(back.at(0, 8, 9)).isGreaterThan(0.9f);
    assertThat(back.at(2, 8, 8)).isGreaterThan(0.9f);
  }

  @Test
  void write_samples_areClampedAndRoundedHalfUp() throws IOException {
    float[] samples = {-0.1f, 1.5f, 0.5f, 0.49f / 255, 0.51f / 255, 254.49f / 255};
    Path file = folder.resolve("x.png");

    Photos.write(new Photo(Image.of(1, 6, samples, samples, samples), 8), file);

    assertThat(Photos.read(file).image().plane(0))
        .containsExactly(0, 1, 128 / 255f, 0, 1 / 255f, 254 / 255f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tif", "jpg"})
  void write_twice_givesTheSameBytes(String ending) throws IOException {
    Photo photo = Pictures.waves(31, 29, 16);
    byte[] first = Pictures.written(photo, folder.resolve("first." + ending));
    byte[] second = Pictures.written(photo, folder.resolve("second." + ending));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void write_existingFile_isReplacedAndNothingElseStays() throws IOException {
    Path file = Files.write(folder.resolve("x.png"), new byte[99]);

    Photos.write(Pictures.waves(3, 4, 8), file);

    assertThat(Photos.read(file)).isEqualTo(Pictures.waves(3, 4, 8));
    assertThat(AtomicFileTest.filesIn(folder)).containsExactly("x.png");
  }

  @Test
  void write_onePixel_readsBack() throws IOException {
    Photo photo = new Photo(Pictures.constant(1, 1, 0, 1, 0), 16);
    for (String name : new String[] {"x.png", "x.tif"}) {
      Photos.write(photo, folder.resolve(name));
      assertThat(Photos.read(folder.resolve(name))).isEqualTo(photo);
    }
  }

  @Test
  void write_pictureWiderThanJpegCanBe_leavesNothing() throws IOException {
    Path file = folder.resolve("x.jpg");
    Photo photo = new Photo(Pictures.constant(1, 70_000, 0, 0, 0), 8);

    assertThatThrownBy(() -> Photos.write(photo, file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " could not be written: ");
    assertThat(AtomicFileTest.filesIn(folder)).isEmpty();
  }

  @Test
  void write_notANumber_isRefused() {
    Photo photo = new Photo(Pictures.constant(2, 2, 0, Float.NaN, 0), 8);
    assertThatThrownBy(() -> Photos.write(photo, folder.resolve("x.png")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must be numbers, but one is NaN");
  }

  @Test
  void write_unknownEnding_listsTheKnownOnes() {
    Path file = folder.resolve("x.webp");
    assertThatThrownBy(() -> Photos.write(Pictures.waves(2, 2, 8), file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the output must end in one of .png, .jpg, .jpeg, .tif, .tiff, but is " + file);
  }

  @ParameterizedTest
  @CsvSource({"x.png,16", "x.TIF,32", "x.tiff,32", "x.jpg,8", "x.JPEG,8"})
  void maxBitDepth_isThatOfTheEnding(Path file, int depth) {
    assertThat(Photos.maxBitDepth(file)).isEqualTo(depth);
  }

  @Test
  void requireWritable_unknownEnding_isRefusedBeforeAnythingElse() {
    Path file = folder.resolve("missing").resolve("x");
    assertThatThrownBy(() -> Photos.requireWritable(file, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but is " + file);
  }

  @Test
  void requireWritable_newFile_passesAndLeavesNothing() throws IOException {
    Photos.requireWritable(folder.resolve("x.png"), false);
    assertThat(AtomicFileTest.filesIn(folder)).isEmpty();
  }
}
