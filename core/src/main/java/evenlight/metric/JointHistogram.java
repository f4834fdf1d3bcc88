package evenlight.metric;

import evenlight.image.Image8;
import java.util.function.IntBinaryOperator;

/**
 * How often each pair of levels occurs at the same place of two channels of one size.
 *
 * <p>All that is said of two pictures pixel by pixel follows from these 256×256 counts, which are
 * exact.
 */
final class JointHistogram {
  private static final int LEVELS = Histogram.LEVELS;

  private final int[] counts;
  private final long total;

  private JointHistogram(int[] counts, long total) {
    this.counts = counts;
    this.total = total;
  }

  static JointHistogram of(Image8 first, Image8 second, int channel) {
    int[] counts = new int[LEVELS * LEVELS];
    byte[] a = first.plane(channel);
    byte[] b = second.plane(channel);
    for (int i = 0; i < a.length; i++) {
      counts[Byte.toUnsignedInt(a[i]) * LEVELS + Byte.toUnsignedInt(b[i])]++;
    }
    return new JointHistogram(counts, a.length);
  }

  Histogram first() {
    int[] marginal = new int[LEVELS];
    for (int i = 0; i < counts.length; i++) {
      marginal[i / LEVELS] += counts[i];
    }
    return new Histogram(marginal);
  }

  Histogram second() {
    int[] marginal = new int[LEVELS];
    for (int i = 0; i < counts.length; i++) {
      marginal[i % LEVELS] += counts[i];
    }
    return new Histogram(marginal);
  }

  /** In nats; exactly 0 where one of the two has only one level. */
  double mutualInformation() {
    double information = first().entropy() + second().entropy() - Histogram.entropy(counts, total);
    return Math.max(information, 0);
  }

  /** Pearson's; 0 where one of the two has only one level. */
  double correlation() {
    Histogram first = first();
    Histogram second = second();
    if (first.isConstant() || second.isConstant()) {
      return 0;
    }
    double a = first.mean();
    double b = second.mean();
    double covariance = 0;
    for (int i = 0; i < counts.length; i++) {
      int level = i / LEVELS;
      covariance += counts[i] * (level - a) * (i % LEVELS - b);
    }
    double r = covariance / total / Math.sqrt(first.variance() * second.variance());
    return Math.min(Math.max(r, -1), 1);
  }

  /** The mean of a whole number that follows from a pair of levels. */
  double mean(IntBinaryOperator ofPair) {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (long) counts[i] * ofPair.applyAsInt(i / LEVELS, i % LEVELS);
    }
    return (double) sum / total;
  }
}
