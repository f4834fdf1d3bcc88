package evenlight.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureSizesTest {
  @Test
  void of_fewPictures_areLargest() {
    assertThat(PictureSizes.of(80)).isEqualTo(new PictureSizes(1024, 512));
  }

  @Test
  void of_manyPictures_haveTogetherTheSameArea() {
    assertThat(PictureSizes.of(200)).isEqualTo(new PictureSizes(647, 323));
  }

  @Test
  void of_veryMany_keepTheLeastSize() {
    assertThat(PictureSizes.of(100_000)).isEqualTo(new PictureSizes(512, 256));
  }
}
