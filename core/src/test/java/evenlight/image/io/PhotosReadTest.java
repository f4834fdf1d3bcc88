package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotosReadTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void read_8BitFileOfTheJdk_isSampleOver255(String format) throws IOException {
    var picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, 0x0080ff);
    picture.setRGB(1, 0, 0x010203);
    Path file = folder.resolve("x." + format);
    assertThat(ImageIO.write(picture, format, file.toFile())).isTrue();

    Photo photo = Photos.read(file);

    assertThat(photo.bitDepth()).isEqualTo(8);
    assertThat(photo.image())
        .isEqualTo(
            Image.of(
                1,
                2,
                new float[] {0, 1 / 255f},
                new float[] {128 / 255f, 2 / 255f},
                new float[] {1, 3 / 255f}));
  }

  @Test
  void read_16BitPngOfTheJdk_keepsEveryBit() throws IOException {
    var picture =
        ImageTypeSpecifier.createInterleaved(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                new int[] {0, 1, 2},
                DataBuffer.TYPE_USHORT,
                false,
                false)
            .createBufferedImage(1, 1);
    picture.getRaster().setPixel(0, 0, new int[] {1, 32769, 65534});
    Path file = folder.resolve("x.png");
    ImageIO.write(picture, "png", file.toFile());

    Photo photo = Photos.read(file);

    assertThat(photo.bitDepth()).isEqualTo(16);
    assertThat(photo.image()).isEqualTo(colour(1 / 65535f, 32769 / 65535f, 65534 / 65535f));
  }

  @Test
  void read_jpegOfOneColour_isThatColour() throws IOException {
    var picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    picture.createGraphics().fillRect(0, 0, 16, 16);
    Path file = folder.resolve("x.jpg");
    ImageIO.write(picture, "jpg", file.toFile());

    assertThat(Photos.read(file)).isEqualTo(new Photo(Pictures.constant(16, 16, 1, 1, 1), 8));
  }

  @Test
  void read_paletteWithoutTransparency_looksColoursUp() throws IOException {
    byte[] red = {0, 10};
    byte[] green = {(byte) 255, 20};
    byte[] blue = {7, (byte) 200};
    var palette = new IndexColorModel(1, 2, red, green, blue);
    var picture = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    picture.getRaster().setSample(1, 0, 0, 1);
    Path file = folder.resolve("x.png");
    ImageIO.write(picture, "png", file.toFile());

    Photo photo = Photos.read(file);

    assertThat(photo.bitDepth()).isEqualTo(8);
    assertThat(photo.image())
        .isEqualTo(
            Image.of(
                1,
                2,
                new float[] {0, 10 / 255f},
                new float[] {1, 20 / 255f},
                new float[] {7 / 255f, 200 / 255f}));
  }

  @Test
  void read_16BitTiffWithDeflateAndPredictor_isExact() throws IOException {
    int[][] rows = {{0, 1, 65535, 40000, 2, 3}, {9, 8, 7, 6, 50000, 4}};
    byte[] strip = TiffSketch.deflate(TiffSketch.differences(rows));
    Path file =
        file(
            "x.tif",
            TiffSketch.of(2, 2, 3, 16, strip)
                .with(TiffSketch.COMPRESSION, 8)
                .with(TiffSketch.PREDICTOR, 2)
                .bytes());

    Photo photo = Photos.read(file);

    assertThat(photo.bitDepth()).isEqualTo(16);
    for (int y = 0; y < 2; y++) {
      for (int i = 0; i < 6; i++) {
        assertThat(photo.image().at(i % 3, y, i / 3)).isEqualTo(rows[y][i] / 65535f);
      }
    }
  }

  @Test
  void read_largeUniformTiff_isNotTakenForAnAttack() throws IOException {
    byte[] strip = TiffSketch.deflate(new byte[1000 * 2000 * 3]);
    assertThat(strip).hasSizeLessThan(1000 * 2000 * 3 / 512);
    TiffSketch tiff = TiffSketch.of(1000, 2000, 3, 8, strip).with(TiffSketch.COMPRESSION, 8);

    Photo photo = Photos.read(file("x.tif", tiff.bytes()));

    assertThat(photo).isEqualTo(new Photo(Pictures.constant(1000, 2000, 0, 0, 0), 8));
  }

  @Test
  void read_tiffWithLinearProfile_becomesSrgbIn16Bits() throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] strip = {0, 0x20, 0, 0x20, 0, 0x20};
    Path file =
        file(
            "x.tif",
            TiffSketch.of(1, 1, 3, 16, strip).with(TiffSketch.ICC_PROFILE, linear).bytes());

    Photo photo = Photos.read(file);

    assertThat(photo.bitDepth()).isEqualTo(16);
    // The sRGB transfer function of 8192 / 65535.
    assertThat(photo.image().at(0, 0, 0)).isCloseTo(0.3885f, within(2e-3f));
  }

  @Test
  void read_jpegWithLinearProfile_becomesSrgb() throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    Photo grey = new Photo(Pictures.constant(8, 8, 32 / 255f, 32 / 255f, 32 / 255f), 8);
    byte[] plain = Pictures.written(grey, folder.resolve("plain.jpg"));
    Path file = file("x.jpg", JpegSketch.withProfile(plain, profile));

    // The sRGB transfer function of 32 / 255.
    assertThat(Photos.read(file).image().at(1, 4, 4)).isCloseTo(0.3896f, within(6e-3f));
  }

  @Test
  void read_wrongEnding_goesByContent() throws IOException {
    Photo photo = Pictures.waves(5, 7, 16);
    Path file = file("x.jpg", Pictures.written(photo, folder.resolve("x.png")));

    assertThat(Photos.read(file)).isEqualTo(photo);
  }

  @Test
  void read_jpegWithBytesBehindItsEnd_isRead() throws IOException {
    byte[] whole = Pictures.written(Pictures.waves(16, 16, 8), folder.resolve("x.jpg"));
    Photo photo = Photos.read(folder.resolve("x.jpg"));
    byte[] longer = Arrays.copyOf(whole, whole.length + 100);

    assertThat(Photos.read(file("longer.jpg", longer))).isEqualTo(photo);
  }

  @Test
  void read_defaultLocaleWithOtherDigits_isTheSame() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      Photo photo = Pictures.waves(5, 7, 8);
      Pictures.written(photo, folder.resolve("x.TIFF"));
      assertThat(Photos.read(folder.resolve("x.TIFF"))).isEqualTo(photo);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Image colour(float red, float green, float blue) {
    return Pictures.constant(1, 1, red, green, blue);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
