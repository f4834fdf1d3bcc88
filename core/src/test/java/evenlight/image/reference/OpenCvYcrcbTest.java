package evenlight.image.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected values are those of OpenCV 4.14. */
class OpenCvYcrcbTest {
  @Test
  void toYcrcb_green_hasRedBeforeBlue() {
    assertThat(Samples.levels(OpenCvYcrcb.toYcrcb(Samples.pixel(0, 255, 0)), 0))
        .containsExactly(150, 21, 43);
  }

  @Test
  void toYcrcb_allColours_areOpenCvs() {
    assertThat(Samples.checksum(OpenCvYcrcb.toYcrcb(Samples.allColours()))).isEqualTo("87290e99");
  }

  @Test
  void toRgb_allColours_areOpenCvs() {
    assertThat(Samples.checksum(OpenCvYcrcb.toRgb(Samples.allColours()))).isEqualTo("07b9f157");
  }

  @Test
  void grey_allColours_areOpenCvs() {
    assertThat(Samples.checksum(OpenCvYcrcb.grey(Samples.allColours()))).isEqualTo("71b585e6");
  }
}
