package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReconstructionTest {
  private static final Strips ONE = new Strips(1);

  static Stream<Reconstruction> solvers() {
    return Stream.of(new HaarReconstruction(), new CosineReconstruction());
  }

  /** A plane 0 1 / 4 9 by hand: its mean is 3.5. */
  @ParameterizedTest
  @MethodSource("solvers")
  void reconstruct_fourSamples_areFoundUpToTheirMean(Reconstruction solver) {
    GradientField field =
        GradientField.of(2, 2, new float[] {1, 0, 5, 0}, new float[] {4, 8, 0, 0});
    assertThat(solver.reconstruct(field, ONE))
        .containsExactly(new double[] {-3.5, -2.5, 0.5, 5.5}, within(1e-14));
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void reconstruct_conservativeField_isItsPlane(Reconstruction solver) {
    int[][] sizes = {
      {40, 57}, {57, 40}, {1, 1}, {1, 9}, {9, 1}, {2, 3}, {7, 5}, {16, 16}, {131, 3}
    };
    for (int[] size : sizes) {
      double[] plane = levels(size[0], size[1]);
      double mean = Arrays.stream(plane).average().orElseThrow();
      double[] found = solver.reconstruct(gradient(plane, size[0], size[1]), ONE);
      for (int i = 0; i < plane.length; i++) {
        assertThat(found[i])
            .as("%d×%d", size[0], size[1])
            .isCloseTo(plane[i] - mean, within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("solvers")
  void reconstruct_anyThreads_hasTheSameBits(Reconstruction solver) {
    GradientField field = noise(300, 200);
    double[] one = solver.reconstruct(field, ONE);
    assertThat(solver.reconstruct(field, new Strips(2))).isEqualTo(one);
    assertThat(solver.reconstruct(field, new Strips(0))).isEqualTo(one);
  }

  @Test
  void haar_noise_isNearTheExactSolution() {
    GradientField field = noise(64, 96);
    double[] haar = new HaarReconstruction().reconstruct(field, ONE);
    double[] exact = new CosineReconstruction().reconstruct(field, ONE);
    double difference = 0;
    double power = 0;
    for (int i = 0; i < haar.length; i++) {
      difference += (haar[i] - exact[i]) * (haar[i] - exact[i]);
      power += exact[i] * exact[i];
    }
    assertThat(difference).isLessThan(0.1 * power);
  }

  @Test
  void haar_tooLong_isRefused() {
    GradientField field = GradientField.of(1, 32769, new float[32769], new float[32769]);
    assertThatThrownBy(() -> new HaarReconstruction().reconstruct(field, ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the Haar solver takes pictures of at most 32768×32768, but this one is 1×32769");
  }

  @Test
  void field_ofAnotherSize_isRefused() {
    assertThatThrownBy(() -> GradientField.of(2, 2, new float[4], new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a 2×2 field must hold 4 differences each way, but holds 4 and 3");
  }

  private static double[] levels(int height, int width) {
    return new Random(7).ints((long) height * width, 0, 16).asDoubleStream().toArray();
  }

  private static GradientField gradient(double[] plane, int height, int width) {
    float[] across = new float[plane.length];
    float[] down = new float[plane.length];
    for (int i = 0; i < plane.length; i++) {
      across[i] = i % width == width - 1 ? 0 : (float) (plane[i + 1] - plane[i]);
      down[i] = i >= plane.length - width ? 0 : (float) (plane[i + width] - plane[i]);
    }
    return GradientField.of(height, width, across, down);
  }

  private static GradientField noise(int height, int width) {
    Random random = new Random(11);
    float[][] field = new float[2][height * width];
    for (float[] differences : field) {
      for (int i = 0; i < differences.length; i++) {
        differences[i] = random.nextInt(31) - 15;
      }
    }
    return GradientField.of(height, width, field[0], field[1]);
  }
}
