package evenlight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudioYcbcrTest {
  private static final float[][] COLOURS = {
    {0, 0, 0}, {255, 255, 255}, {255, 0, 0}, {0, 0, 255}, {216, 218, 175}
  };

  /** The last colour is a half, 198.5, that MATLAB's arithmetic rounds down. */
  @Test
  void read_rounded_givesMatlabsLevels() {
    double[][] ycbcr = levels(new StudioYcbcr(true));
    assertThat(ycbcr[0]).containsExactly(16, 235, 81, 41, 198);
    assertThat(ycbcr[1]).containsExactly(128, 128, 90, 240, 109);
    assertThat(ycbcr[2]).containsExactly(128, 128, 240, 110, 130);
  }

  @Test
  void write_unrounded_givesTheColoursBack() {
    StudioYcbcr colours = new StudioYcbcr(false);
    float[][] planes = new float[3][COLOURS.length + 1];
    colours.write(levels(colours), planes, 1);
    for (int x = 0; x < COLOURS.length; x++) {
      for (int c = 0; c < 3; c++) {
        assertThat(planes[c][x + 1]).isCloseTo(COLOURS[x][c] / 255, within(1e-7f));
      }
    }
  }

  @Test
  void limited_rounded_isHalfUpAndBetweenTheEnds() {
    StudioYcbcr colours = new StudioYcbcr(true);
    assertThat(colours.limited(2.5)).isEqualTo(3);
    assertThat(colours.limited(-4)).isZero();
    assertThat(colours.limited(300)).isEqualTo(255);
    assertThat(new StudioYcbcr(false).limited(2.5)).isEqualTo(2.5);
  }

  private static double[][] levels(StudioYcbcr colours) {
    float[][] planes = new float[3][COLOURS.length];
    for (int x = 0; x < COLOURS.length; x++) {
      for (int c = 0; c < 3; c++) {
        planes[c][x] = COLOURS[x][c] / 255;
      }
    }
    double[][] ycbcr = new double[3][COLOURS.length];
    colours.read(Image.of(1, COLOURS.length, planes), 0, ycbcr);
    return ycbcr;
  }
}
