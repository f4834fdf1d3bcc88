package evenlight.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClaheTest {
  private static final Strips ONE = new Strips(1);
  private static final int EXTENT = 128;

  /** Of 600 in one bin, limit 10: 590 over; 2 to each bin, 80 left, every third bin from 0. */
  @Test
  void clip_matlab_dealsOutByHand() {
    int[] histogram = new int[256];
    histogram[5] = 600;
    MatlabClahe.clip(histogram, 10);
    assertThat(histogram[5]).isEqualTo(10);
    assertThat(Arrays.stream(histogram).sum()).isEqualTo(600);
    assertThat(Arrays.copyOf(histogram, 7)).containsExactly(3, 2, 2, 3, 2, 10, 3);
  }

  /** The same with OpenCV's rules: bin 5 gets its share on top of the limit. */
  @Test
  void clip_openCv_dealsOutByHand() {
    int[] histogram = new int[256];
    histogram[5] = 600;
    OpenCvClahe.clip(histogram, 10);
    assertThat(Arrays.stream(histogram).sum()).isEqualTo(600);
    assertThat(Arrays.copyOf(histogram, 7)).containsExactly(3, 2, 2, 3, 2, 12, 3);
  }

  /** One level everywhere: each tile has the same mapping, which ends at 1. */
  @Test
  void row_whitePlane_staysWhite() {
    Plane white = plane(new double[EXTENT * EXTENT], 1);
    double[] row = new double[EXTENT];
    Arrays.fill(row, 1);
    MatlabClahe.of(white, 0.003, 255, ONE).row(17, row);
    assertThat(row).containsOnly(1);
    OpenCvClahe.of(white, 1, 255, true, ONE).row(17, row);
    assertThat(row).containsOnly(1);
  }

  /** All levels equally often are spread already: nothing changes but for rounding. */
  @Test
  void row_uniformPlane_isKept() {
    double[] samples = new double[EXTENT * EXTENT];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (i % 16 + 16 * (i / EXTENT % 16)) / 255.0;
    }
    Plane plane = Plane.of(EXTENT, EXTENT, samples);
    for (int y = 0; y < EXTENT; y++) {
      double[] before = Arrays.copyOfRange(samples, y * EXTENT, (y + 1) * EXTENT);
      double[] row = before.clone();
      MatlabClahe.of(plane, 0.003, 255, ONE).row(y, row);
      assertThat(row).containsExactly(before, within(1 / 255.0));
    }
  }

  @Test
  void row_anySize_isFiniteAndWithinRange() {
    int[][] sizes = {{1, 1}, {2, 3}, {7, 5}, {16, 16}, {33, 18}};
    for (int[] size : sizes) {
      Plane plane = noise(size[0], size[1]);
      assertWithinRange(MatlabClahe.of(plane, 0.003, 255, ONE), plane);
      assertWithinRange(OpenCvClahe.of(plane, 1, 255, true, ONE), plane);
      assertWithinRange(OpenCvClahe.of(plane, 1, 100, false, ONE), plane);
    }
  }

  /** Half way between two steps, the mapping is half way between theirs. */
  @Test
  void row_betweenSteps_isInterpolated() {
    MatlabClahe clahe = MatlabClahe.of(noise(EXTENT, EXTENT), 0.003, 255, ONE);
    for (int step = 0; step < 255; step++) {
      double[] row = {step / 255.0, (step + 1) / 255.0, (step + 0.5) / 255};
      clahe.row(0, row);
      assertThat(row[2]).isCloseTo((row[0] + row[1]) / 2, within(1e-12));
    }
  }

  private static void assertWithinRange(Equalisation equalisation, Plane plane) {
    for (int y = 0; y < plane.height(); y++) {
      double[] row =
          Arrays.copyOfRange(plane.samples(), y * plane.width(), (y + 1) * plane.width());
      equalisation.row(y, row);
      for (double value : row) {
        assertThat(value).isBetween(0.0, 1.0);
      }
    }
  }

  private static Plane plane(double[] samples, double value) {
    Arrays.fill(samples, value);
    return Plane.of(EXTENT, EXTENT, samples);
  }

  private static Plane noise(int height, int width) {
    return Plane.of(
        height,
        width,
        new Random(3)
            .ints((long) height * width, 0, 256)
            .mapToDouble(level -> level / 255.0)
            .toArray());
  }
}
