package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeparableWindowTest {
  @Test
  void sum_ones_isTheSumOfTheWindow() {
    Plane plane = Plane.of(3, 4, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    assertThat(sums(SeparableWindow.ones(3), plane, 0)).containsExactly(54, 63);
  }

  @Test
  void sum_gaussianOverOneSample_isItsWeights() {
    double[] samples = new double[25];
    samples[12] = 1;
    double[] middle = sums(SeparableWindow.gaussian(3, 0.5), Plane.of(5, 5, samples), 1);
    double side = Math.exp(-2) / (1 + 2 * Math.exp(-2));
    double centre = 1 / (1 + 2 * Math.exp(-2));
    assertThat(middle[0]).isCloseTo(centre * side, within(1e-15));
    assertThat(middle[1]).isCloseTo(centre * centre, within(1e-15));
    assertThat(middle[2]).isCloseTo(centre * side, within(1e-15));
  }

  @Test
  void sum_constantPlane_isTheConstant() {
    double[] samples = new double[11 * 12];
    Arrays.fill(samples, 3);
    Plane plane = Plane.of(11, 12, samples);
    for (double sum : sums(SeparableWindow.gaussian(11, 1.5), plane, 0)) {
      assertThat(sum).isCloseTo(3, within(1e-14));
    }
  }

  @Test
  void sumOfProducts_planes_isTheSumOfTheirProduct() {
    Plane a = random(2);
    Plane b = random(3);
    double[] products = new double[a.samples().length];
    for (int i = 0; i < products.length; i++) {
      products[i] = a.samples()[i] * b.samples()[i];
    }
    SeparableWindow window = SeparableWindow.gaussian(5, 1);
    for (int row = 0; row < window.places(a.height()); row++) {
      double[] sums = new double[window.places(a.width())];
      window.sumOfProducts(a, b, row, new double[a.width()], sums);
      assertThat(sums)
          .containsExactly(
              sums(window, Plane.of(a.height(), a.width(), products), row), within(1e-12));
    }
  }

  @Test
  void places_planeSmallerThanTheWindow_isNone() {
    assertThat(SeparableWindow.ones(5).places(4)).isZero();
    assertThat(SeparableWindow.ones(5).places(5)).isOne();
  }

  @Test
  void halved_oddPlane_repeatsItsLastRowAndColumn() {
    Plane plane = Plane.of(3, 3, new double[] {1, 3, 5, 7, 9, 11, 13, 15, 17});
    assertThat(plane.halved().samples()).containsExactly(5, 8, 14, 17);
  }

  private static Plane random(long seed) {
    return Plane.of(9, 14, new Random(seed).doubles(9 * 14, 0, 255).toArray());
  }

  private static double[] sums(SeparableWindow window, Plane plane, int row) {
    double[] sums = new double[window.places(plane.width())];
    window.sum(plane, row, new double[plane.width()], sums);
    return sums;
  }
}
