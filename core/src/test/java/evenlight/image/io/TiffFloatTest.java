package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.image.Image;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TIFF files of floating-point numbers, read by TwelveMonkeys. */
class TiffFloatTest {
  @TempDir private Path folder;

  @Test
  void write_32Bits_keepsEveryNumber() throws IOException {
    Random random = new Random(8);
    float[][] planes = new float[3][300 * 200];
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextFloat() * random.nextFloat();
      }
    }
    Path file = folder.resolve("x.tif");

    Photos.write(new Photo(Image.of(300, 200, planes), 32), file);

    ImageReader reader = PhotoFormat.TIFF.reader();
    try (PathInput in = new PathInput(file)) {
      reader.setInput(in);
      Raster raster = reader.read(0).getRaster();
      for (int c = 0; c < 3; c++) {
        assertThat(raster.getSamples(0, 0, 200, 300, c, (float[]) null)).isEqualTo(planes[c]);
      }
    } finally {
      reader.dispose();
    }
  }

  @Test
  void write_notANumber_isRefused() {
    Photo photo = new Photo(Pictures.constant(2, 2, 0, Float.NaN, 0), 32);

    assertThatThrownBy(() -> Photos.write(photo, folder.resolve("x.tif")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must be numbers, but one is NaN");
  }

  @Test
  void write_32BitsIntoPng_has16() throws IOException {
    Path file = folder.resolve("x.png");

    Photos.write(new Photo(Pictures.constant(2, 2, 0.1f, 0.2f, 0.3f), 32), file);

    assertThat(Photos.read(file).bitDepth()).isEqualTo(16);
  }
}
