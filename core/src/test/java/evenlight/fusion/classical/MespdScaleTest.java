package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MespdScaleTest {
  private static final double LAMBDA = 0.25;

  /**
   * Samples 0 and 1 beside each other, both in one window: m = 1/2, v = 1/4, e = 1/2, and the base
   * lies halfway between the mean and the sample. The window of the other exposure is flat.
   */
  @Test
  void bases_twoSamples_areHalfwayBetweenMeanAndSample() {
    ExposureRows exposures =
        new ExposureRows.OfImages(
            List.of(Image.of(1, 2, new float[] {0, 1}), Image.of(1, 2, new float[] {0.5f, 0.5f})));
    double[][] bases = new double[2][2];
    double[] detail = new double[2];
    run(exposures, 1, bases, new double[][] {detail});
    assertThat(bases[0]).containsExactly(0.25, 0.75);
    assertThat(bases[1]).containsExactly(0.5, 0.5);
    // Weights of the first exposure: C^5 C / C^6 = 1 in both places, as the last one has e = 0.
    assertThat(detail).containsExactly(new double[] {-0.5, 0.5}, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1,1,4,2", "2,3,3,2", "9,14,1,3", "20,13,4,3", "140,9,3,2"})
  void run_randomExposures_isWhatTheFormulasSay(int height, int width, int radius, int count) {
    Random random = new Random(height);
    float[][][] samples = new float[count][3][height * width];
    for (int k = 0; k < count; k++) {
      for (float[] plane : samples[k]) {
        for (int i = 0; i < plane.length; i++) {
          plane[i] = random.nextFloat();
        }
      }
    }
    ExposureRows exposures =
        new ExposureRows.OfImages(
            IntStream.range(0, count).mapToObj(k -> Image.of(height, width, samples[k])).toList());
    double[][] bases = new double[count][height * width];
    double[][] details = new double[3][height * width];
    run(exposures, radius, bases, details);
    Direct direct = new Direct(samples, height, width, radius);
    for (int k = 0; k < count; k++) {
      assertThat(bases[k]).containsExactly(direct.bases[k], within(1e-12));
    }
    for (int c = 0; c < 3; c++) {
      assertThat(details[c]).containsExactly(direct.details[c], within(1e-12));
    }
  }

  private static void run(
      ExposureRows exposures, int radius, double[][] bases, double[][] details) {
    MespdScale.Sink sink =
        new MespdScale.Sink() {
          @Override
          public void bases(int y, double[][] rows) {
            copy(rows, bases, y);
          }

          @Override
          public void detail(int y, double[][] rows) {
            copy(rows, details, y);
          }
        };
    new Strips(1).run(exposures.height(), () -> new MespdScale(exposures, radius, LAMBDA, sink));
  }

  private static void copy(double[][] rows, double[][] planes, int y) {
    for (int k = 0; k < rows.length; k++) {
      System.arraycopy(rows[k], 0, planes[k], y * rows[k].length, rows[k].length);
    }
  }

  /** The formulas as they are written, plane by plane, with direct sums. */
  private static final class Direct {
    final double[][] bases;
    final double[][] details;
    private final int height;
    private final int width;
    private final int radius;

    Direct(float[][][] samples, int height, int width, int radius) {
      this.height = height;
      this.width = width;
      this.radius = radius;
      this.bases = new double[samples.length][height * width];
      this.details = new double[3][height * width];
      double[][] strengths = new double[samples.length][height * width];
      double[] edges = new double[height * width];
      for (int k = 0; k < samples.length; k++) {
        takeApart(samples[k], bases[k], strengths[k], edges);
      }
      fuse(samples, weights(strengths, edges));
    }

    private void takeApart(float[][] image, double[] base, double[] strength, double[] edges) {
      IntToDoubleFunction sample = i -> sum(3, c -> image[c][i]) / 3;
      IntToDoubleFunction square = i -> sum(3, c -> image[c][i] * (double) image[c][i]) / 3;
      for (int i = 0; i < edges.length; i++) {
        double m = mean(i, sample);
        double v = mean(i, square) - m * m;
        edges[i] = v / (v + LAMBDA);
        base[i] = (1 - edges[i]) * m + edges[i] * sample.applyAsDouble(i);
        strength[i] = Math.sqrt(Math.max(v, 0) * 3) * (2 * radius + 1) + 1e-12;
      }
    }

    private static double[][] weights(double[][] strengths, double[] edges) {
      double[][] weights = new double[strengths.length][edges.length];
      for (int i = 0; i < edges.length; i++) {
        int place = i;
        double total = sum(strengths.length, k -> Math.pow(strengths[k][place], 6) + 1e-12);
        double greatest =
            Arrays.stream(strengths).mapToDouble(plane -> plane[place]).max().orElseThrow();
        for (int k = 0; k < strengths.length; k++) {
          weights[k][i] = Math.pow(strengths[k][i], 5) * (1 - edges[i]) * greatest / total;
        }
      }
      return weights;
    }

    private void fuse(float[][][] samples, double[][] weights) {
      for (int c = 0; c < 3; c++) {
        int channel = c;
        for (int i = 0; i < details[c].length; i++) {
          int place = i;
          details[c][i] =
              sum(
                  samples.length,
                  k ->
                      mean(place, j -> weights[k][j]) * samples[k][channel][place]
                          - mean(place, j -> bases[k][j] * weights[k][j]));
        }
      }
    }

    private static double sum(int count, IntToDoubleFunction term) {
      return IntStream.range(0, count).mapToDouble(term).sum();
    }

    private double mean(int place, IntToDoubleFunction plane) {
      int y = place / width;
      int x = place % width;
      double sum = 0;
      int places = 0;
      for (int i = Math.max(y - radius, 0); i <= Math.min(y + radius, height - 1); i++) {
        for (int j = Math.max(x - radius, 0); j <= Math.min(x + radius, width - 1); j++) {
          sum += plane.applyAsDouble(i * width + j);
          places++;
        }
      }
      return sum / places;
    }
  }
}
