package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import evenlight.pyramid.LayerStack;
import evenlight.pyramid.Precision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemFusionTest {
  /** No contrast anywhere: what counts is the square of each mean. */
  @Test
  void fuse_flatExposures_areWeighedByTheirSquaredMeans() {
    double dark = 51 * 51.0;
    double bright = 204 * 204.0;
    long mean = Math.round((51 * dark + 204 * bright) / (dark + bright));
    Image fused = FusionMethods.named("dem").fuse(Bracket.of(List.of(flat(51), flat(204))));
    for (int c = 0; c < 3; c++) {
      assertThat(fused.at(c, 4, 5)).isEqualTo(mean / 255f);
    }
  }

  @Test
  void toRgb_yuvOfAColour_isThatColourToAGreyLevel() {
    Image colour = Image.of(1, 1, new float[] {0.8f}, new float[] {0.3f}, new float[] {0.1f});
    double[][] row = new double[3][1];
    new DemRows(colour).row(0, row);
    assertThat(row[0][0]).isCloseTo(0.299 * 0.8 + 0.587 * 0.3 + 0.114 * 0.1, within(1e-7));
    assertThat(row[1][0]).isCloseTo(-0.147 * 0.8 - 0.289 * 0.3 + 0.436 * 0.1, within(1e-7));
    assertThat(row[2][0]).isCloseTo(0.615 * 0.8 - 0.515 * 0.3 - 0.1 * 0.1, within(1e-7));
    DemRows.toRgb(row);
    assertThat(row[0][0]).isCloseTo(0.8, within(1 / 255.0));
    assertThat(row[1][0]).isCloseTo(0.3, within(1 / 255.0));
    assertThat(row[2][0]).isCloseTo(0.1, within(1 / 255.0));
  }

  /** A lone sample of 16 among zeros: its 3×3 Gaussian decides, edges being repeated. */
  @Test
  void coarsest_twoExposures_hasSmoothedWeightsWithoutMore() {
    LayerStack level = new LayerStack(8, 1, 2, Precision.DOUBLE);
    level.put(
        0, new double[][] {{1, 0}, {0, 1}, {0.5, 0.5}, {0, 0}, {0, 0}, {1, 1}, {0, 0}, {0, 0}});
    LayerStack blended = new LayerStack(3, 1, 2, Precision.DOUBLE);
    DemCoarsest.blend(level, blended);
    double side = Math.exp(-0.5) / (1 + 2 * Math.exp(-0.5));
    double[] row = new double[2];
    blended.row(0, 0, row);
    assertThat(row[0]).isCloseTo(0.5 * (1 - side) + side, within(1e-9));
    assertThat(row[1]).isCloseTo(0.5 * side + (1 - side), within(1e-9));
  }

  @Test
  void coarsest_threeExposures_givesDetailOfTheDarkestMoreWeight() {
    double[][] equal = {
      {1 / 3.0, 1 / 3.0, 1 / 3.0, 1 / 3.0},
      {1 / 3.0, 1 / 3.0, 1 / 3.0, 1 / 3.0},
      {1 / 3.0, 1 / 3.0, 1 / 3.0, 1 / 3.0},
      {0, 0.4, 0, 0.4},
      new double[4],
      new double[4],
      {0.6, 0.6, 0.6, 0.6},
      new double[4],
      new double[4],
      {0.9, 0.9, 0.9, 0.9},
      new double[4],
      new double[4]
    };
    LayerStack level = new LayerStack(12, 1, 4, Precision.DOUBLE);
    level.put(0, equal);
    LayerStack blended = new LayerStack(3, 1, 4, Precision.DOUBLE);
    DemCoarsest.blend(level, blended);
    double[] row = new double[4];
    blended.row(0, 0, row);
    double plainMean = (0.4 + 0.6 + 0.9) / 3;
    assertThat(row[1]).isLessThan(plainMean - 0.01);
  }

  @Test
  void named_withOption_isRefused() {
    assertThatThrownBy(() -> FusionMethods.named("dem:levels=3"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void named_withWeights_isRefused() {
    FusionSettings settings = FusionSettings.defaults().withWeights(Path.of("w.safetensors"));
    assertThatThrownBy(() -> FusionMethods.named("dem", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must run without weights");
  }

  private static Exposure flat(int level) {
    byte[] plane = new byte[20 * 30];
    Arrays.fill(plane, (byte) level);
    return new Exposure("flat " + level, new Photo(Image.ofBytes(20, 30, plane, plane, plane), 8));
  }
}
