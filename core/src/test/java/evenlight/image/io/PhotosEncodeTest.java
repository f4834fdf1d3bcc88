package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotosEncodeTest {
  private static final Image8 COLOUR = Image8.of(Pictures.waves(21, 34, 8).image());

  @TempDir private Path folder;

  @Test
  void png_rgb_keepsEverySample() throws IOException {
    Path file = Files.write(folder.resolve("x.png"), Photos.png(COLOUR));
    assertThat(Image8.of(Photos.read(file).image())).isEqualTo(COLOUR);
  }

  @Test
  void png_grey_hasOneChannelWithEverySample() throws IOException {
    Image8 grey = COLOUR.grey();
    assertThat(samples(decode(Photos.png(grey)))).isEqualTo(grey.plane(0));
  }

  @Test
  void jpeg_grey_isCloseToItsSamples() throws IOException {
    Image8 grey = Image8.of(8, 8, new byte[64]);
    assertThat(samples(decode(Photos.jpeg(grey, 0.9f)))).isEqualTo(grey.plane(0));
  }

  @Test
  void jpeg_rgb_keepsChromaInFullResolution() throws IOException {
    byte[] red = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 0; i < red.length; i++) {
      red[i] = (byte) (i % 2 == 0 ? 200 : 60);
      blue[i] = (byte) (i % 2 == 0 ? 60 : 200);
    }
    byte[] file = Photos.jpeg(Image8.of(16, 16, red, new byte[256], blue), 0.95f);
    Image8 read = Image8.of(Photos.read(Files.write(folder.resolve("x"), file)).image());
    for (int i = 0; i < read.pixels(); i++) {
      assertThat(read.at(0, i) - read.at(2, i)).isCloseTo(i % 2 == 0 ? 140 : -140, within(40));
    }
  }

  @Test
  void jpeg_lowerQuality_isSmaller() {
    assertThat(Photos.jpeg(COLOUR, 0.5f)).hasSizeLessThan(Photos.jpeg(COLOUR, 0.9f).length);
  }

  @Test
  void encode_sameImage_givesTheSameBytes() {
    assertThat(Photos.jpeg(COLOUR, 0.8f)).isEqualTo(Photos.jpeg(COLOUR, 0.8f));
    assertThat(Photos.png(COLOUR)).isEqualTo(Photos.png(COLOUR));
  }

  @Test
  void jpeg_qualityOutOfRange_isRefused() {
    assertThatThrownBy(() -> Photos.jpeg(COLOUR, 1.5f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the quality of a JPEG file must be from 0 to 1, but is 1.5");
    assertThatThrownBy(() -> Photos.jpeg(COLOUR, Float.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Raster decode(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file)).getRaster();
  }

  private static byte[] samples(Raster raster) {
    assertThat(raster.getNumBands()).isEqualTo(1);
    return (byte[])
        raster.getDataElements(0, 0, raster.getWidth(), raster.getHeight(), (Object) null);
  }
}
