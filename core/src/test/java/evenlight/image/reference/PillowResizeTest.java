package evenlight.image.reference;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected values are those of Pillow 12.3. */
class PillowResizeTest {
  @ParameterizedTest
  @CsvSource({
    "64, 90, d4f358e7",
    "128, 180, 05e31a9d",
    "31, 211, a0662805",
    "150, 40, 3d24d13a",
    "200, 300, 1c9cdd59"
  })
  void resize_texture_isPillows(int height, int width, String checksum) {
    Image8 resized = PillowResize.resize(Samples.texture(150, 211), height, width);
    assertThat(Samples.checksum(resized)).isEqualTo(checksum);
  }

  @Test
  void shorterSide_widePicture_cutsTheFractionOfTheLongerSide() {
    Image8 resized = PillowResize.shorterSide(Samples.texture(150, 211), 128);
    assertThat(resized).isEqualTo(PillowResize.resize(Samples.texture(150, 211), 128, 180));
  }

  @Test
  void shorterSide_tallPicture_hasThatWidth() {
    assertThat(PillowResize.shorterSide(Samples.texture(211, 150), 128).size())
        .isEqualTo("180×128");
  }
}
