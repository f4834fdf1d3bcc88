package evenlight.image.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.image.Image8;
import org.junit.jupiter.api.Test;

/** The expected values are those of Pillow 12.3. */
class PillowYcbcrTest {
  @Test
  void toYcbcr_red_isTruncatedAsPillowDoes() {
    Image8 ycbcr = PillowYcbcr.toYcbcr(Samples.pixel(255, 0, 0));
    assertThat(Samples.levels(ycbcr, 0)).containsExactly(76, 84, 255);
  }

  @Test
  void toYcbcr_allColours_arePillows() {
    assertThat(Samples.checksum(PillowYcbcr.toYcbcr(Samples.allColours()))).isEqualTo("2da4b56a");
  }

  @Test
  void toRgb_allColours_arePillows() {
    assertThat(Samples.checksum(PillowYcbcr.toRgb(Samples.allColours()))).isEqualTo("7006019a");
  }

  @Test
  void toYcbcr_grey_isRefused() {
    Image8 grey = Image8.of(1, 1, new byte[1]);
    assertThatThrownBy(() -> PillowYcbcr.toYcbcr(grey))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a colour conversion needs 3 channels, but the picture has 1");
  }
}
