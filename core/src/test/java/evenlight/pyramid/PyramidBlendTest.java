package evenlight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PyramidBlendTest {
  private static final int[][] SIZES = {{1, 1}, {2, 3}, {5, 7}, {16, 16}, {33, 70}, {101, 37}};

  @ParameterizedTest
  @EnumSource
  void blend_oneExposure_collapsesToIt(Border border) {
    for (int[] size : SIZES) {
      for (int levels = 1; levels <= 9; levels++) {
        Rows picture = Rows.random(2, size[0], size[1]);
        for (double[] row : picture.planes()[0]) {
          Arrays.fill(row, 1);
        }
        double[][][] blended = blend(picture, 1, 1, levels, border, 2);
        requireClose(blended[0], picture.planes()[1], 1e-12);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void blend_constantWeights_isTheWeightedMean(Border border) {
    Rows pictures = Rows.random(4, 45, 38);
    double[][] mean = new double[45][38];
    for (int y = 0; y < 45; y++) {
      for (int x = 0; x < 38; x++) {
        pictures.planes()[0][y][x] = 0.3;
        pictures.planes()[1][y][x] = 0.7;
        mean[y][x] = 0.3 * pictures.planes()[2][y][x] + 0.7 * pictures.planes()[3][y][x];
      }
    }
    requireClose(blend(pictures, 2, 1, 6, border, 2)[0], mean, 1e-12);
  }

  /** Against a pyramid that is written down plane by plane. */
  @ParameterizedTest
  @EnumSource
  void blend_anyWeights_isTheBlendOfWholePlanes(Border border) {
    for (int[] size : SIZES) {
      Rows rows = Rows.random(3 * 3, size[0], size[1]);
      double[][][] blended = blend(rows, 3, 2, 7, border, 3);
      WholePlanes whole = new WholePlanes(border);
      for (int c = 0; c < 2; c++) {
        double[][][] channel = {rows.planes()[3 + c], rows.planes()[5 + c], rows.planes()[7 + c]};
        double[][][] weights = {rows.planes()[0], rows.planes()[1], rows.planes()[2]};
        requireClose(blended[c], whole.blend(weights, channel, 7), 1e-12);
      }
    }
  }

  @Test
  void blend_anyNumberOfThreads_hasTheSameBits() {
    Rows rows = Rows.random(8, 203, 67);
    double[][][] alone = blend(rows, 2, 3, 6, Border.SYMMETRIC, 1);
    for (int threads : new int[] {2, 3, 7}) {
      assertThat(blend(rows, 2, 3, 6, Border.SYMMETRIC, threads)).isDeepEqualTo(alone);
    }
  }

  @Test
  void shape_noLevels_isRefused() {
    assertThatThrownBy(
            () -> new PyramidBlend.Shape(2, 3, 8, 8, 0, Border.SYMMETRIC, Precision.DOUBLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pyramid must have at least 1 level, but has 0");
  }

  private static double[][][] blend(
      Rows rows, int exposures, int channels, int levels, Border border, int threads) {
    double[][][] picture = new double[channels][rows.height()][];
    try (Bands bands = new Bands(threads)) {
      PyramidBlend.blend(
          () -> rows,
          new PyramidBlend.Shape(
              exposures, channels, rows.height(), rows.width(), levels, border, Precision.DOUBLE),
          PyramidBlend::weightedSum,
          bands,
          (y, blended) -> {
            for (int c = 0; c < channels; c++) {
              picture[c][y] = blended[c].clone();
            }
          });
    }
    return picture;
  }

  private static void requireClose(double[][] actual, double[][] expected, double tolerance) {
    for (int y = 0; y < expected.length; y++) {
      assertThat(actual[y]).containsExactly(expected[y], within(tolerance));
    }
  }
}
