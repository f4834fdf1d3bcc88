package evenlight.fusion.classical;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.fusion.Device;
import evenlight.fusion.FusionMethod;
import evenlight.fusion.FusionMethods;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Brackets made by formula, and what holds of every fusion of them. */
final class SmallBrackets {
  private static final int[][] SIZES = {{1, 1}, {2, 3}, {7, 5}, {16, 16}};

  private SmallBrackets() {}

  /** What a pixel is, from 0 to 1. */
  private interface Formula {
    double at(int exposure, int channel, int y, int x);
  }

  private static Bracket bracket(int count, int height, int width, int bitDepth, Formula formula) {
    return Bracket.of(
        IntStream.range(0, count)
            .mapToObj(k -> exposure(k, height, width, bitDepth, formula))
            .toList());
  }

  private static Exposure exposure(int k, int height, int width, int bitDepth, Formula formula) {
    int white = (1 << bitDepth) - 1;
    float[][] planes = new float[3][height * width];
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < height * width; i++) {
        double value = Math.min(Math.max(formula.at(k, c, i / width, i % width), 0), 1);
        planes[c][i] = Math.round(value * white) / (float) white;
      }
    }
    return new Exposure("exposure " + k, new Photo(Image.of(height, width, planes), bitDepth));
  }

  /** Two exposures of a smooth coloured scene with some texture, each clipped somewhere. */
  static Bracket scene(int height, int width, int bitDepth) {
    return bracket(
        2,
        height,
        width,
        bitDepth,
        (k, c, y, x) -> {
          double light = 0.5 + 0.45 * Math.sin(x / 17.0 + c) * Math.cos(y / 13.0);
          double texture = 0.06 * Math.sin(x * 1.3 + y * 0.7);
          return (light + texture) * (k == 0 ? 0.45 : 1.6);
        });
  }

  /** Two exposures that are the same. */
  static Bracket equal(int height, int width, int bitDepth) {
    return bracket(
        2, height, width, bitDepth, (k, c, y, x) -> (7 * x + 5 * y + 31 * c) % 97 / 96.0);
  }

  /** Greys of one level each, out of 255. */
  static Bracket flat(int height, int width, int... levels) {
    return bracket(levels.length, height, width, 8, (k, c, y, x) -> levels[k] / 255.0);
  }

  /** Exposures of 16×32 that rise in the middle by as many levels out of 255. */
  static Bracket steps(int... rises) {
    return bracket(
        rises.length, 16, 32, 8, (k, c, y, x) -> (60 + 50 * k + (x >= 16 ? rises[k] : 0)) / 255.0);
  }

  private static Bracket noise(int height, int width, int count) {
    Random random = new Random(5);
    return bracket(count, height, width, 8, (k, c, y, x) -> random.nextDouble());
  }

  /** Noise, black beside white and all black, of sizes below every window. */
  static void assertFiniteWithinRange(FusionMethod method) {
    for (int[] size : SIZES) {
      List<Bracket> brackets =
          List.of(
              noise(size[0], size[1], 2),
              noise(size[0], size[1], 3),
              flat(size[0], size[1], 0, 255),
              flat(size[0], size[1], 0, 0, 1));
      for (Bracket bracket : brackets) {
        Image fused = method.fuse(bracket);
        assertThat(fused.size()).isEqualTo(bracket.darkest().image().size());
        for (int c = 0; c < 3; c++) {
          for (float sample : fused.plane(c)) {
            assertThat(sample).isBetween(0f, 1f);
          }
        }
      }
    }
  }

  /** One, two and all threads give the same samples. */
  static void assertSameBits(String choice, Bracket bracket) throws IOException {
    Image one = fuse(choice, 1, bracket);
    assertThat(fuse(choice, 2, bracket)).isEqualTo(one);
    assertThat(fuse(choice, 0, bracket)).isEqualTo(one);
  }

  private static Image fuse(String choice, int threads, Bracket bracket) throws IOException {
    FusionSettings settings = new FusionSettings(Optional.empty(), Device.AUTO, threads, Map.of());
    return FusionMethods.named(choice, settings).fuse(bracket);
  }

  static double meanDifference(Image a, Image b) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.pixels(); i++) {
        sum += Math.abs(a.plane(c)[i] - b.plane(c)[i]);
      }
    }
    return sum / (3 * a.pixels());
  }

  static double greatestDifference(Image a, Image b) {
    double greatest = 0;
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < a.pixels(); i++) {
        greatest = Math.max(greatest, Math.abs(a.plane(c)[i] - b.plane(c)[i]));
      }
    }
    return greatest;
  }

  /** How many different samples there are. */
  static int levels(Image image) {
    Set<Float> levels = new HashSet<>();
    for (int c = 0; c < 3; c++) {
      for (float sample : image.plane(c)) {
        levels.add(sample);
      }
    }
    return levels.size();
  }
}
