package evenlight.card;

import evenlight.filter.AreaReduction;
import evenlight.image.Image8;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A small picture of which exposure is taken out, so that two exposures of one view are alike.
 *
 * <p>Grey of at most 64 pixels a side; every pixel is replaced by its rank among all, equal ones by
 * their mean rank, so that no monotone change of brightness counts; the mean of 7×7 pixels is taken
 * off, since sky above and ground below make any two landscapes alike. Likeness is the correlation
 * of two of these, the best within two pixels of shift for hands that shake.
 */
public final class Look {
  private static final int LONG_SIDE = 64;
  private static final int RADIUS = 3;
  private static final int MOST_SHIFT = 2;

  /** Below this variance of its ranks a picture shows nothing. */
  private static final double LEAST_VARIANCE = 1e-4;

  /** Nearer than this to black or white in the mean, it may have been any view. */
  private static final double CLIPPED = 0.06 * Image8.WHITE;

  private static final double GAMMA = 2.2;
  private static final double LEAST_LIGHT = 1e-5;

  private final int height;
  private final int width;
  private final float[] detail;
  private final boolean clipped;
  private final double stops;

  private Look(Image8 grey) {
    height = grey.height();
    width = grey.width();
    double[] ranks = ranks(grey);
    detail = withoutMeans(ranks);
    clipped = variance(detail) < LEAST_VARIANCE && isAtAnEnd(grey);
    stops = lightOf(grey);
  }

  /** A look at a picture, grey or RGB, of any size. */
  public static Look of(Image8 picture) {
    return new Look(AreaReduction.toLongSide(picture.grey(), LONG_SIDE));
  }

  /** Mean light in stops, as far as the picture is not clipped. */
  double stops() {
    return stops;
  }

  /** From -1 to 1, about 0 for unlike views; empty if one picture is all but black or white. */
  OptionalDouble likeness(Look other) {
    if (clipped || other.clipped) {
      return OptionalDouble.empty();
    }
    if (height != other.height || width != other.width) {
      return OptionalDouble.of(0);
    }
    double best = -1;
    for (int dy = -MOST_SHIFT; dy <= MOST_SHIFT; dy++) {
      for (int dx = -MOST_SHIFT; dx <= MOST_SHIFT; dx++) {
        best = Math.max(best, correlation(other, dy, dx));
      }
    }
    return OptionalDouble.of(best);
  }

  private double correlation(Look other, int dy, int dx) {
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    int count = 0;
    for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
      for (int x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
        double here = detail[y * width + x];
        double there = other.detail[(y + dy) * width + x + dx];
        a += here;
        b += there;
        aa += here * here;
        bb += there * there;
        ab += here * there;
        count++;
      }
    }
    double spread = Math.sqrt((aa - a * a / count) * (bb - b * b / count));
    return count > 1 && spread > 0 ? (ab - a * b / count) / spread : 0;
  }

  private static double[] ranks(Image8 grey) {
    int[] counts = new int[Image8.WHITE + 1];
    for (int i = 0; i < grey.pixels(); i++) {
      counts[grey.at(0, i)]++;
    }
    double[] rankOf = new double[counts.length];
    int below = 0;
    for (int level = 0; level < counts.length; level++) {
      rankOf[level] = (below + counts[level] / 2.0) / grey.pixels();
      below += counts[level];
    }
    double[] ranks = new double[grey.pixels()];
    Arrays.setAll(ranks, i -> rankOf[grey.at(0, i)]);
    return ranks;
  }

  private float[] withoutMeans(double[] ranks) {
    float[] detail = new float[ranks.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        detail[y * width + x] = (float) (ranks[y * width + x] - meanAround(ranks, y, x));
      }
    }
    return detail;
  }

  private double meanAround(double[] ranks, int y, int x) {
    double sum = 0;
    for (int v = y - RADIUS; v <= y + RADIUS; v++) {
      int row = Math.min(Math.max(v, 0), height - 1) * width;
      for (int u = x - RADIUS; u <= x + RADIUS; u++) {
        sum += ranks[row + Math.min(Math.max(u, 0), width - 1)];
      }
    }
    return sum / ((2 * RADIUS + 1) * (2 * RADIUS + 1));
  }

  private static boolean isAtAnEnd(Image8 grey) {
    double mean = IntStream.range(0, grey.pixels()).map(i -> grey.at(0, i)).average().orElse(0);
    return Math.min(mean, Image8.WHITE - mean) < CLIPPED;
  }

  private static double variance(float[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    return IntStream.range(0, values.length)
        .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
        .average()
        .orElse(0);
  }

  private static double lightOf(Image8 grey) {
    double[] light = new double[grey.pixels()];
    Arrays.setAll(light, i -> Math.pow(grey.at(0, i) / (double) Image8.WHITE, GAMMA));
    double mean = Arrays.stream(light).average().orElse(0);
    return Math.log(mean + LEAST_LIGHT) / Math.log(2);
  }
}
