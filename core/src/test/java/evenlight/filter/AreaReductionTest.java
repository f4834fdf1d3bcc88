package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.image.Image8;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AreaReductionTest {
  @Test
  void toLongSide_smallEnough_isTheSame() {
    Image8 image = Image8.of(1, 2, new byte[] {1, 2});
    assertThat(AreaReduction.toLongSide(image, 2)).isSameAs(image);
  }

  @Test
  void toLongSide_half_isMeanOfFour() {
    Image8 image = Image8.of(2, 4, new byte[] {0, 10, (byte) 255, (byte) 255, 20, 30, 0, 0});
    assertThat(AreaReduction.toLongSide(image, 2))
        .isEqualTo(Image8.of(1, 2, new byte[] {15, (byte) 128}));
  }

  @Test
  void toLongSide_twoThirds_weighsPixelsByTheirShare() {
    Plane plane = Plane.of(1, 3, new double[] {0, 6, 12});
    assertThat(AreaReduction.toLongSide(plane, 2).samples()).containsExactly(2, 10);
  }

  @Test
  void toLongSide_constant_staysConstantAtOddSizes() {
    byte[] white = new byte[97 * 61];
    Arrays.fill(white, (byte) 255);
    Image8 reduced = AreaReduction.toLongSide(Image8.of(97, 61, white, white, white), 29);
    assertThat(reduced.size()).isEqualTo("29×18");
    assertThat(reduced.plane(2)).containsOnly((byte) 255);
  }

  @Test
  void toLongSide_thinPicture_keepsOnePixel() {
    assertThat(AreaReduction.toLongSide(Image8.of(1, 100, new byte[100]), 10).size())
        .isEqualTo("1×10");
  }
}
