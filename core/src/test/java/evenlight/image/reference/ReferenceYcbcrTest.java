package evenlight.image.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.image.Image8;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceYcbcrTest {
  private static final Image8 PIXEL = Samples.pixel(200, 100, 50);

  @Test
  void luma_pixel_isWhatTheFormulaGives() {
    assertThat(ReferenceYcbcr.FULL.luma(PIXEL)[0]).isCloseTo(124.2f, within(1e-4f));
    assertThat(ReferenceYcbcr.SDNET.luma(PIXEL)[0]).isCloseTo(122.7f, within(1e-4f));
    assertThat(ReferenceYcbcr.PMGI.luma(PIXEL)[0]).isCloseTo(128.7f, within(1e-4f));
    assertThat(ReferenceYcbcr.MATLAB.luma(PIXEL)[0]).isEqualTo(123);
  }

  @Test
  void roundedLuma_pixel_isTheNearestLevel() {
    assertThat(ReferenceYcbcr.PMGI.roundedLuma(PIXEL).at(0, 0)).isEqualTo(129);
  }

  @ParameterizedTest
  @EnumSource
  void colour_ownLuma_givesThePictureBack(ReferenceYcbcr colours) {
    Image8 picture = Samples.texture(20, 30);
    float[] luma = (colours == ReferenceYcbcr.PMGI ? ReferenceYcbcr.SDNET : colours).luma(picture);
    Image8 back =
        colours.colour(place -> luma[place], List.of(picture, picture), LevelRounding.ROUNDED);
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < picture.pixels(); i++) {
        assertThat(back.at(c, i)).isCloseTo(picture.at(c, i), within(2));
      }
    }
  }

  @Test
  void colour_greyAndColourful_hasTheChromaOfTheColourful() {
    Image8 grey = Samples.pixel(90, 90, 90);
    float[] luma = ReferenceYcbcr.FULL.luma(PIXEL);
    Image8 fused =
        ReferenceYcbcr.FULL.colour(
            place -> luma[place], List.of(grey, PIXEL), LevelRounding.ROUNDED);
    assertThat(Samples.levels(fused, 0)).containsExactly(200, 100, 50);
  }

  @Test
  void colour_mefNet_countsGreysALittle() {
    Image8 grey = Samples.pixel(90, 90, 90);
    Image8 fused =
        ReferenceYcbcr.MEF_NET.colour(place -> 90, List.of(grey, grey), LevelRounding.ROUNDED);
    assertThat(Samples.levels(fused, 0)).containsExactly(90, 90, 90);
  }
}
