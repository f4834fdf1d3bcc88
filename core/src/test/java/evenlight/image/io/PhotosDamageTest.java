package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files cut short or with wrong bytes: never half a picture, never an unchecked exception. */
class PhotosDamageTest {
  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @BeforeEach
  void captureStreams() {
    PrintStream capture = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(capture);
    System.setErr(capture);
  }

  @AfterEach
  void nothingIsPrinted() {
    System.setOut(out);
    System.setErr(err);
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.png", "x.tif", "x.jpg"})
  void read_fileCutAnywhere_isRefused(String name) throws IOException {
    byte[] whole = Pictures.written(Pictures.waves(40, 50, 8), folder.resolve(name));
    Path cut = folder.resolve("cut-" + name);
    for (int length = 9; length < whole.length; length += 1 + length % 41) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertDamaged(cut);
    }
    Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
    assertDamaged(cut);
  }

  @Test
  void read_uncompressedTiffCutShort_isRefused() throws IOException {
    byte[] whole = TiffSketch.of(8, 8, 3, 16, new byte[8 * 8 * 6]).bytes();
    Path file = folder.resolve("x.tif");
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertDamaged(file);
  }

  @Test
  void read_jpegWithMissingMiddleButWithItsEnd_isRefused() throws IOException {
    byte[] whole = Pictures.written(Pictures.waves(64, 64, 8), folder.resolve("x.jpg"));
    byte[] halved = Arrays.copyOf(whole, whole.length / 2);
    halved[halved.length - 2] = (byte) 0xff;
    halved[halved.length - 1] = (byte) 0xd9;
    Path file = Files.write(folder.resolve("halved.jpg"), halved);

    assertDamaged(file);
  }

  @Test
  void read_pngWithOneWrongBitInItsPixels_isRefused() throws IOException {
    byte[] whole = Pictures.written(Pictures.waves(20, 20, 8), folder.resolve("x.png"));
    whole[whole.length / 2] ^= 1;
    Path file = Files.write(folder.resolve("x.png"), whole);

    assertThatThrownBy(() -> Photos.read(file))
        .hasMessage(
            "an exposure must be an undamaged PNG file, but %s is not: the checksum of a chunk is wrong"
                .formatted(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.png", "x.tif", "x.jpg"})
  void read_randomBytesChanged_isAPhotoOrAnIoExceptionOfOneLine(String name) throws IOException {
    byte[] whole = Pictures.written(Pictures.waves(24, 30, 8), folder.resolve(name));
    Path file = folder.resolve("changed-" + name);
    Random random = new Random(11);
    for (int round = 0; round < 600; round++) {
      byte[] changed = whole.clone();
      int reach = round % 2 == 0 ? changed.length : Math.min(400, changed.length);
      changed[random.nextInt(reach)] = (byte) random.nextInt(256);
      changed[changed.length - 1 - random.nextInt(reach)] = (byte) random.nextInt(256);
      Files.write(file, changed);
      assertReadOrRefused(file);
    }
  }

  private static void assertReadOrRefused(Path file) {
    for (Colour colour : Colour.values()) {
      try {
        assertThat(Photos.read(file, colour).image().pixels()).isPositive();
      } catch (IOException e) {
        assertThat(e).hasMessageContaining(file.toString());
        assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(400);
      }
    }
  }

  private static void assertDamaged(Path file) {
    for (Colour colour : Colour.values()) {
      assertThatThrownBy(() -> Photos.read(file, colour))
          .isExactlyInstanceOf(IOException.class)
          .hasMessageContaining("an exposure must be an undamaged ")
          .hasMessageContaining(file + " is not: ");
    }
  }
}
