package evenlight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Halving and doubling by hand. */
class LevelsTest {
  @Test
  void halved_impulseAtTheStart_symmetricCountsItsMirrorImage() {
    assertThat(halved(Border.SYMMETRIC, 16, 0, 0, 0, 0)).containsExactly(10, 1, 0);
  }

  @Test
  void halved_impulseAtTheStart_reflect101CountsItOnce() {
    assertThat(halved(Border.REFLECT_101, 16, 0, 0, 0, 0)).containsExactly(6, 1, 0);
  }

  @Test
  void halved_impulseAtTheEndOfAnEvenRow_isMirroredToo() {
    assertThat(halved(Border.SYMMETRIC, 0, 0, 0, 16)).containsExactly(0, 5);
    assertThat(halved(Border.REFLECT_101, 0, 0, 0, 16)).containsExactly(0, 4);
  }

  @Test
  void expanded_impulseAtTheStart_symmetricRepeatsTheEdge() {
    assertThat(expanded(Border.SYMMETRIC, 4, 8, 0)).containsExactly(7, 4, 1, 0);
  }

  @Test
  void expanded_impulseAtTheStart_reflect101Mirrors() {
    assertThat(expanded(Border.REFLECT_101, 4, 8, 0)).containsExactly(6, 4, 1, 0);
  }

  @Test
  void expanded_toAnOddWidth_leavesTheLastOut() {
    assertThat(expanded(Border.SYMMETRIC, 3, 0, 8)).containsExactly(1, 4, 7);
    assertThat(expanded(Border.REFLECT_101, 3, 0, 8)).containsExactly(2, 4, 7);
  }

  @ParameterizedTest
  @EnumSource
  void inside_tinyPlanes_isAPlaceOfThePlane(Border border) {
    for (int n = 1; n <= 4; n++) {
      for (int at = -9; at <= 9; at++) {
        assertThat(border.inside(at, n)).isBetween(0, n - 1);
      }
      for (int at = 0; at < n; at++) {
        assertThat(border.inside(at, n)).isEqualTo(at);
      }
    }
  }

  @Test
  void inside_beyondTheBorder_isTheMirrorsRule() {
    assertThat(IntStream.of(-2, -1, 5, 6).map(at -> Border.SYMMETRIC.inside(at, 5)))
        .containsExactly(1, 0, 4, 3);
    assertThat(IntStream.of(-2, -1, 5, 6).map(at -> Border.REFLECT_101.inside(at, 5)))
        .containsExactly(2, 1, 3, 2);
  }

  @ParameterizedTest
  @EnumSource
  void detail_ofAConstant_isZero(Border border) {
    LayerStack flat = new LayerStack(1, 5, 7, Precision.DOUBLE);
    for (int y = 0; y < 5; y++) {
      flat.put(0, y, new double[] {3, 3, 3, 3, 3, 3, 3});
    }
    double[] row = new double[7];
    LayerStack detail = Detail.of(flat, border);
    for (int y = 0; y < 5; y++) {
      detail.row(0, y, row);
      for (double sample : row) {
        assertThat(sample).isCloseTo(0, within(1e-15));
      }
    }
  }

  private static double[] halved(Border border, double... row) {
    HalvedRows halved = new HalvedRows(new RowWindow(Rows.of(row), 1), 0, border);
    double[][] rows = new double[1][halved.width()];
    halved.row(0, rows);
    return rows[0];
  }

  private static double[] expanded(Border border, int width, double... row) {
    Expansion expansion = new Expansion(new RowWindow(Rows.of(row), 1), 0, width, border);
    expansion.moveTo(0);
    double[] expanded = new double[width];
    expansion.addTo(0, expanded);
    return expanded;
  }
}
