package evenlight.metric;

import evenlight.image.Image8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntBinaryOperator;

/**
 * Pictures made by formula, the same ones as in {@code golden/reference.py}; x is the column and y
 * the row, both from 0.
 */
final class Synthetic {
  private Synthetic() {}

  /** A case of {@code golden/metrics.csv}. */
  static Comparison named(String name) {
    return switch (name) {
      case "spec" -> specification();
      case "natural" -> natural();
      case "odd" -> coloured(67, 59, 2);
      case "three" -> coloured(50, 63, 3);
      default -> throw new IllegalArgumentException("there is no case \"" + name + "\"");
    };
  }

  /** Grey, 64×80; the second source is also the ground truth. */
  static Comparison specification() {
    IntBinaryOperator a = (y, x) -> (3 * x + 5 * y) % 256;
    IntBinaryOperator b = (y, x) -> (7 * x * x + 2 * y + x * y) % 200 + 20;
    Image8 second = grey(64, 80, b);
    return new Comparison(
        List.of(grey(64, 80, a), second),
        grey(64, 80, (y, x) -> (a.applyAsInt(y, x) + b.applyAsInt(y, x)) / 2),
        Optional.of(second));
  }

  /** Grey, 73×90: smooth shades with a few edges, and two sources that are clipped. */
  static Comparison natural() {
    IntBinaryOperator scene = (y, x) -> (x * x + 2 * y * y) / 90 + 60 * ((x / 15 + y / 12) % 2);
    IntBinaryOperator dark = (y, x) -> clipped(scene.applyAsInt(y, x) - 50);
    IntBinaryOperator bright = (y, x) -> clipped(2 * scene.applyAsInt(y, x) + 30);
    return new Comparison(
        List.of(grey(73, 90, dark), grey(73, 90, bright)),
        grey(73, 90, (y, x) -> (dark.applyAsInt(y, x) + bright.applyAsInt(y, x) + 1) / 2),
        Optional.of(grey(73, 90, scene)));
  }

  /** Three channels: a scene, exposures of it, and an imperfect mean of the exposures. */
  static Comparison coloured(int height, int width, int count) {
    byte[][] scene = new byte[3][height * width];
    byte[][] fused = new byte[3][height * width];
    byte[][][] sources = new byte[count][3][height * width];
    for (int i = 0; i < height * width; i++) {
      int y = i / width;
      int x = i % width;
      int noise = (11 * x + 7 * y + x * y) % 13 - 6;
      for (int c = 0; c < 3; c++) {
        int s = (x * (c + 2) + y * (5 - c) + x * y / (7 + c)) % 256;
        int sum = 0;
        for (int k = 0; k < count; k++) {
          int exposed = clipped(s * (k + 1) / 2 + 20 * k - 10);
          sources[k][c][i] = (byte) exposed;
          sum += exposed;
        }
        scene[c][i] = (byte) s;
        fused[c][i] = (byte) clipped(sum / count + noise);
      }
    }
    List<Image8> exposures = new ArrayList<>();
    for (byte[][] planes : sources) {
      exposures.add(Image8.of(height, width, planes));
    }
    return new Comparison(
        exposures, Image8.of(height, width, fused), Optional.of(Image8.of(height, width, scene)));
  }

  /** Grey samples by row and column, clipped to 8 bits. */
  static Image8 grey(int height, int width, IntBinaryOperator sample) {
    byte[] plane = new byte[height * width];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (byte) clipped(sample.applyAsInt(i / width, i % width));
    }
    return Image8.of(height, width, plane);
  }

  /** Grey samples row by row. */
  static Image8 grey(int[]... rows) {
    return grey(rows.length, rows[0].length, (y, x) -> rows[y][x]);
  }

  /** One level everywhere. */
  static Image8 flat(int height, int width, int level) {
    return grey(height, width, (y, x) -> level);
  }

  /** The grey picture in all three channels. */
  static Image8 asColour(Image8 grey) {
    return Image8.of(grey.height(), grey.width(), grey.plane(0), grey.plane(0), grey.plane(0));
  }

  /** Two sources, no ground truth. */
  static Comparison of(Image8 first, Image8 second, Image8 fused) {
    return new Comparison(List.of(first, second), fused, Optional.empty());
  }

  /** Two sources and a ground truth. */
  static Comparison of(Image8 first, Image8 second, Image8 fused, Image8 truth) {
    return new Comparison(List.of(first, second), fused, Optional.of(truth));
  }

  /** Against a ground truth; the sources do not matter. */
  static Comparison against(Image8 truth, Image8 fused) {
    return new Comparison(List.of(truth, truth), fused, Optional.of(truth));
  }

  /** One picture for everything. */
  static Comparison same(Image8 image) {
    return against(image, image);
  }

  /** The same comparison with another result. */
  static Comparison withFused(Comparison comparison, Image8 fused) {
    return new Comparison(comparison.sources(), fused, comparison.reference());
  }

  /** White noise is added, the same for the same seed. */
  static Image8 noisy(Image8 image, double deviation, long seed) {
    Random random = new Random(seed);
    byte[][] planes = new byte[image.channels()][image.pixels()];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        long noise = Math.round(deviation * random.nextGaussian());
        planes[c][i] = (byte) clipped((int) (image.at(c, i) + noise));
      }
    }
    return Image8.of(image.height(), image.width(), planes);
  }

  private static int clipped(int sample) {
    return Math.min(Math.max(sample, 0), Image8.WHITE);
  }
}
