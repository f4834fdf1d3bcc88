package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxFilterTest {
  @Test
  void sums_smallPlane_areThoseOfTheWindowsWithZerosOutside() {
    double[][] plane = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
    double[][] sums = filter(plane, 1, false);
    assertThat(sums[0]).containsExactly(14, 24, 30, 22);
    assertThat(sums[1]).containsExactly(33, 54, 63, 45);
    assertThat(sums[2]).containsExactly(30, 48, 54, 38);
  }

  @Test
  void means_smallPlane_areOverPlacesInside() {
    double[][] plane = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}};
    double[] means = filter(plane, 1, true)[0];
    assertThat(means).containsExactly(new double[] {3.5, 4, 5, 5.5}, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"1,1,0", "1,1,4", "2,3,4", "7,5,1", "30,17,4", "9,40,3", "23,25,10"})
  void sums_randomPlane_areDirectSums(int height, int width, int radius) {
    double[][] plane = random(height, width);
    double[][] sums = filter(plane, radius, false);
    double[][] means = filter(plane, radius, true);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double expected = 0;
        int places = 0;
        for (int i = Math.max(y - radius, 0); i <= Math.min(y + radius, height - 1); i++) {
          for (int j = Math.max(x - radius, 0); j <= Math.min(x + radius, width - 1); j++) {
            expected += plane[i][j];
            places++;
          }
        }
        assertThat(sums[y][x]).isCloseTo(expected, within(1e-12));
        assertThat(means[y][x]).isCloseTo(expected / places, within(1e-14));
      }
    }
  }

  @Test
  void means_constantPlane_areTheConstant() {
    for (double[] row : filter(new double[][] {{3, 3, 3}, {3, 3, 3}, {3, 3, 3}}, 4, true)) {
      assertThat(row).containsExactly(new double[] {3, 3, 3}, within(1e-15));
    }
  }

  @Test
  void restart_afterAnotherPlane_forgetsIt() {
    BoxFilter box = new BoxFilter(4, 5, 2);
    filter(box, random(4, 5), 2, false);
    box.restart();
    double[][] plane = random(4, 5);
    assertThat(filter(box, plane, 2, false)).isDeepEqualTo(filter(plane, 2, false));
  }

  @Test
  void centre_afterRadiusMoreRows_isTheRowItself() {
    BoxFilter box = new BoxFilter(9, 1, 2);
    for (int y = 0; y < 9; y++) {
      box.entering()[0] = y;
      box.enter();
      if (y >= 2) {
        assertThat(box.centre()).containsExactly(y - 2);
      }
    }
  }

  private static double[][] random(int height, int width) {
    Random random = new Random(height + width);
    double[][] plane = new double[height][];
    for (int y = 0; y < height; y++) {
      plane[y] = random.doubles(width).toArray();
    }
    return plane;
  }

  private static double[][] filter(double[][] plane, int radius, boolean means) {
    return filter(new BoxFilter(plane.length, plane[0].length, radius), plane, radius, means);
  }

  private static double[][] filter(BoxFilter box, double[][] plane, int radius, boolean means) {
    double[][] filtered = new double[plane.length][plane[0].length];
    for (int y = 0; y < plane.length + radius; y++) {
      if (y < plane.length) {
        System.arraycopy(plane[y], 0, box.entering(), 0, plane[y].length);
        box.enter();
      } else {
        box.enterZeros();
      }
      if (y >= radius && means) {
        box.means(y - radius, filtered[y - radius]);
      } else if (y >= radius) {
        box.sums(filtered[y - radius]);
      }
    }
    return filtered;
  }
}
