package evenlight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageTest {
  private final float[] ramp = {0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f};

  @Test
  void at_rowAndColumn_isRowMajor() {
    Image image = Image.of(2, 3, ramp);
    assertThat(image.at(0, 0, 2)).isEqualTo(0.2f);
    assertThat(image.at(0, 1, 0)).isEqualTo(0.3f);
    assertThat(image.height()).isEqualTo(2);
    assertThat(image.width()).isEqualTo(3);
    assertThat(image.pixels()).isEqualTo(6);
    assertThat(image.channels()).isEqualTo(1);
    assertThat(image.size()).isEqualTo("2×3");
  }

  @Test
  void of_emptySize_isRefused() {
    assertRefused("an image must be at least 1×1, but is 0×3", 0, 3, ramp);
  }

  @Test
  void of_noPlane_isRefused() {
    assertRefused("an image must have at least one channel, but has none", 2, 3);
  }

  @Test
  void of_planeOfOtherLength_isRefused() {
    assertRefused(
        "every plane of a 2×3 image must hold 6 samples, but plane 1 holds 5",
        2,
        3,
        ramp,
        new float[5]);
  }

  @Test
  void equals_sameSamples_isTrueForTheSameSizeOnly() {
    Image image = Image.of(2, 3, ramp);
    assertThat(image).isEqualTo(Image.of(2, 3, ramp.clone()));
    assertThat(image).hasSameHashCodeAs(Image.of(2, 3, ramp.clone()));
    assertThat(image).isNotEqualTo(Image.of(3, 2, ramp));
    assertThat(image).isNotEqualTo(Image.of(2, 3, new float[6]));
    assertThat(image).isNotEqualTo(Image.of(2, 3, ramp, ramp));
  }

  @Test
  void sameSizeAs_otherOrientation_isFalse() {
    assertThat(Image.of(2, 3, ramp).sameSizeAs(Image.of(3, 2, ramp))).isFalse();
    assertThat(Image.of(2, 3, ramp).sameSizeAs(Image.of(2, 3, ramp, ramp, ramp))).isTrue();
  }

  private static void assertRefused(String message, int height, int width, float[]... planes) {
    assertThatThrownBy(() -> Image.of(height, width, planes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
