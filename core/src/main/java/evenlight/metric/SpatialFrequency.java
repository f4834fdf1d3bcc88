package evenlight.metric;

import evenlight.image.Image8;
import evenlight.metric.MetricCard.Against;
import evenlight.metric.MetricCard.Direction;
import java.net.URI;
import java.util.stream.IntStream;

/**
 * Root of the mean squared differences between neighbours in the fused image.
 *
 * <pre>
 * SF = √(RF² + CF²)
 * RF² = 1/(HW) Σ (f(y,x) - f(y,x-1))²,  CF² = 1/(HW) Σ (f(y,x) - f(y-1,x))²
 * </pre>
 *
 * <p>Both sums are divided by the number of pixels, though there are fewer differences. It is 0 for
 * a flat picture and for a single pixel. It judges no likeness to the sources, and noise raises it.
 *
 * <p>Reference: Eskicioglu, Fisher, "Image quality measures and their performance", IEEE
 * Transactions on Communications 43(12), 1995.
 */
public final class SpatialFrequency implements Metric {
  /** Of the grey samples. */
  public static final SpatialFrequency GREY = new SpatialFrequency();

  private static final MetricCard CARD =
      new MetricCard(
          "spatial-frequency",
          "SF",
          Against.NOTHING,
          Direction.HIGHER,
          "[0, 360.63]",
          "level",
          "√(RF² + CF²), mean squared differences along rows and along columns",
          Wording.GREY,
          Wording.LEVELS,
          "only differences inside the picture, divided by all H·W pixels",
          "grey, 0 to 255, sums divided by H·W",
          "Eskicioglu, Fisher, Image quality measures and their performance, IEEE Trans."
              + " Communications 43(12), 1995",
          URI.create("https://doi.org/10.1109/26.477498"),
          "Many Python codes divide by the number of differences instead of pixels, which gives"
              + " slightly more; some scale the samples to [0, 1], which divides the value by 255;"
              + " MEFB averages over R, G and B. This one follows the paper, on grey.");

  private SpatialFrequency() {}

  @Override
  public MetricCard card() {
    return CARD;
  }

  @Override
  public Score score(Comparison comparison) {
    Image8 grey = comparison.fused().grey();
    long sum =
        IntStream.range(0, grey.height())
            .parallel()
            .mapToLong(row -> squaredDifferences(grey, row))
            .sum();
    return Score.of(Math.sqrt((double) sum / grey.pixels()));
  }

  /** To the left and upper neighbours; whole numbers, so that any order of adding is exact. */
  private static long squaredDifferences(Image8 grey, int row) {
    long sum = 0;
    int width = grey.width();
    for (int x = 0; x < width; x++) {
      int place = row * width + x;
      int sample = grey.at(0, place);
      int across = x == 0 ? 0 : sample - grey.at(0, place - 1);
      int down = row == 0 ? 0 : sample - grey.at(0, place - width);
      sum += (long) across * across + (long) down * down;
    }
    return sum;
  }
}
