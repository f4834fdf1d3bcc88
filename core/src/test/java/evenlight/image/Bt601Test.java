package evenlight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Bt601Test {
  private static final float TOLERANCE = 1e-6f;

  @Test
  void toYcbcr_primaries_areThoseOfTheStandard() {
    assertYcbcr(1, 0, 0, 0.299f, -0.299f / 1.772f, 0.5f);
    assertYcbcr(0, 1, 0, 0.587f, -0.587f / 1.772f, -0.587f / 1.402f);
    assertYcbcr(0, 0, 1, 0.114f, 0.5f, -0.114f / 1.402f);
  }

  private static void assertYcbcr(
      float red, float green, float blue, float y, float cbOffset, float crOffset) {
    Image ycbcr = Bt601.toYcbcr(pixel(red, green, blue));
    assertThat(ycbcr.at(0, 0, 0)).isCloseTo(y, within(TOLERANCE));
    assertThat(ycbcr.at(1, 0, 0)).isCloseTo(128 / 255f + cbOffset, within(TOLERANCE));
    assertThat(ycbcr.at(2, 0, 0)).isCloseTo(128 / 255f + crOffset, within(TOLERANCE));
  }

  @Test
  void toYcbcr_every16BitGrey_staysGreyExactly() {
    float[] grey = new float[1 << 16];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = i / 65535f;
    }
    Image rgb = Image.of(256, 256, grey, grey, grey);

    Image ycbcr = Bt601.toYcbcr(rgb);

    assertThat(ycbcr.plane(0)).isEqualTo(grey);
    assertThat(ycbcr.plane(1)).containsOnly(Bt601.NEUTRAL);
    assertThat(ycbcr.plane(2)).containsOnly(Bt601.NEUTRAL);
    assertThat(Bt601.toRgb(ycbcr)).isEqualTo(rgb);
  }

  @Test
  void toRgb_ofYcbcr_isTheSameColour() {
    Random random = new Random(3);
    float[][] planes = new float[3][1000];
    for (float[] plane : planes) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = random.nextFloat();
      }
    }
    Image back = Bt601.toRgb(Bt601.toYcbcr(Image.of(10, 100, planes)));
    for (int c = 0; c < 3; c++) {
      assertThat(back.plane(c)).containsExactly(planes[c], within(TOLERANCE));
    }
  }

  @Test
  void toRgb_coloursBeyondRgb_areClamped() {
    Image rgb = Bt601.toRgb(pixel(1, 1, 1));
    assertThat(rgb.at(0, 0, 0)).isEqualTo(1);
    assertThat(Bt601.toRgb(pixel(0, 0, 0)).at(2, 0, 0)).isEqualTo(0);
  }

  @Test
  void luma_oneChannel_isRefused() {
    assertThatThrownBy(() -> Bt601.luma(Image.of(1, 1, new float[1])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a colour conversion needs 3 channels, but the image has 1");
  }

  private static Image pixel(float... samples) {
    return Image.of(
        1, 1, new float[] {samples[0]}, new float[] {samples[1]}, new float[] {samples[2]});
  }
}
