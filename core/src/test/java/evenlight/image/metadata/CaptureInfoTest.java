package evenlight.image.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureInfoTest {
  @TempDir private Path folder;

  private Path picture(String ending) throws IOException {
    Path file = folder.resolve("picture." + ending);
    ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_INT_RGB), ending, file.toFile());
    return file;
  }

  private CaptureInfo read(ExifSketch exif) throws IOException {
    return CaptureInfo.read(exif.into(picture("jpg")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg", "png"})
  void read_wholeBlock_givesEverything(String ending) throws IOException {
    Path file =
        ExifSketch.exposed(1, 8, 2, 200)
            .text(271, "Maker")
            .text(272, "Model  ")
            .number(274, 6)
            .text(36867, "2025:06:01 12:30:15")
            .text(37521, "076")
            .fraction(37380, -5, 3)
            .text(42033, "4711")
            .text(42036, "35mm")
            .into(picture(ending));

    CaptureInfo info = CaptureInfo.read(file);

    assertThat(info.taken()).contains(LocalDateTime.of(2025, 6, 1, 12, 30, 15, 76_000_000));
    assertThat(info.exposure().seconds()).hasValue(0.125);
    assertThat(info.exposure().aperture()).hasValue(2);
    assertThat(info.exposure().iso()).hasValue(200);
    assertThat(info.exposure().bias().getAsDouble()).isCloseTo(-5 / 3.0, within(1e-9));
    assertThat(info.exposure().ev().getAsDouble()).isCloseTo(-4, within(1e-9));
    assertThat(info.camera().make()).contains("Maker");
    assertThat(info.camera().model()).contains("Model");
    assertThat(info.camera().serial()).contains("4711");
    assertThat(info.camera().lens()).contains("35mm");
    assertThat(info.orientation()).isEqualTo(Orientation.TURN_RIGHT);
    assertThat(info.height()).hasValue(5);
    assertThat(info.width()).hasValue(7);
    assertThat(info.fault()).isEmpty();
  }

  @Test
  void read_tiff_givesItsSize() throws IOException {
    CaptureInfo info = CaptureInfo.read(picture("tiff"));

    assertThat(info.height()).hasValue(5);
    assertThat(info.width()).hasValue(7);
    assertThat(info.exposure()).isEqualTo(ExposureSettings.UNKNOWN);
  }

  @Test
  void read_noExif_saysNothingAndFindsNoFault() throws IOException {
    CaptureInfo info = CaptureInfo.read(picture("jpg"));

    assertThat(info.taken()).isEmpty();
    assertThat(info.exposure()).isEqualTo(ExposureSettings.UNKNOWN);
    assertThat(info.fault()).isEmpty();
  }

  @Test
  void read_logarithmsInsteadOfValues_areUsed() throws IOException {
    CaptureInfo info =
        read(new ExifSketch().fraction(37377, 6, 1).fraction(37378, 4, 1).number(34855, 100));

    assertThat(info.exposure().seconds().getAsDouble()).isCloseTo(1 / 64.0, within(1e-12));
    assertThat(info.exposure().aperture().getAsDouble()).isCloseTo(4, within(1e-12));
  }

  @Test
  void read_sensitivityAtTheEndOfItsRange_comesFromTheLongerTag() throws IOException {
    CaptureInfo info =
        read(ExifSketch.exposed(1, 8, 2, 65535).number(34864, 2).fraction(34866, 102400, 1));

    assertThat(info.exposure().iso()).hasValue(102400);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,0", "1,0", "-1,100"})
  void read_timeThatSaysNothing_isMissing(int numerator, int denominator) throws IOException {
    CaptureInfo info = read(ExifSketch.exposed(numerator, denominator, 0, 0));

    assertThat(info.exposure()).isEqualTo(ExposureSettings.UNKNOWN);
    assertThat(info.exposure().ev()).isEqualTo(OptionalDouble.empty());
    assertThat(info.fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000:00:00 00:00:00", "    :  :     :  :  ", "2025:02:30 10:00:00", ""})
  void read_dateThatIsNone_isMissing(String date) throws IOException {
    assertThat(read(new ExifSketch().text(36867, date)).taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 65535})
  void read_orientationThatIsNone_isUpright(int tag) throws IOException {
    assertThat(read(new ExifSketch().number(274, tag)).orientation())
        .isEqualTo(Orientation.UPRIGHT);
  }

  @Test
  void read_blockCutAnywhere_isNoException() throws IOException {
    byte[] block = ExifSketch.exposed(1, 8, 2, 200).text(42036, "a lens").bytes();
    for (int length = 0; length < block.length; length++) {
      Path file = ExifSketch.insert(Arrays.copyOf(block, length), picture("jpg"));
      CaptureInfo info = CaptureInfo.read(file);
      assertThat(info.width()).as("cut at %d", length).hasValue(7);
    }
  }

  @Test
  void read_blockWithRandomBytes_isNoException() throws IOException {
    Random random = new Random(3);
    for (int run = 0; run < 500; run++) {
      byte[] block = ExifSketch.exposed(1, 8, 2, 200).latitude(48).bytes();
      for (int i = 0; i < 4; i++) {
        block[8 + random.nextInt(block.length - 8)] = (byte) random.nextInt();
      }
      assertThat(CaptureInfo.read(ExifSketch.insert(block, picture("png"))).width()).hasValue(7);
    }
  }

  @Test
  void read_brokenBlock_saysWhy() throws IOException {
    byte[] block = ExifSketch.exposed(1, 8, 2, 200).bytes();
    block[0] = 'X'; // neither of the two byte orders

    CaptureInfo info = CaptureInfo.read(ExifSketch.insert(block, picture("jpg")));

    assertThat(info.exposure()).isEqualTo(ExposureSettings.UNKNOWN);
    assertThat(info.fault()).isPresent();
  }

  @Test
  void read_noPicture_saysSo() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jpg"), "no picture");

    assertThat(CaptureInfo.read(text).fault()).contains("it is no PNG, JPEG or TIFF file");
  }

  @Test
  void read_missingFile_isAnError() {
    Path missing = folder.resolve("missing.jpg");

    assertThatThrownBy(() -> CaptureInfo.read(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining(missing.toString());
  }
}
