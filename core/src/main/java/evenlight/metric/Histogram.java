package evenlight.metric;

import evenlight.image.Image8;
import java.util.stream.IntStream;

/** How often each of the 256 levels occurs in one channel. */
final class Histogram {
  static final int LEVELS = Image8.WHITE + 1;

  private final int[] counts;
  private final long total;

  /** Takes the counts over. */
  Histogram(int[] counts) {
    this.counts = counts;
    this.total = IntStream.of(counts).asLongStream().sum();
  }

  static Histogram of(Image8 image, int channel) {
    int[] counts = new int[LEVELS];
    for (byte sample : image.plane(channel)) {
      counts[Byte.toUnsignedInt(sample)]++;
    }
    return new Histogram(counts);
  }

  /** Shannon's entropy in nats; exactly 0 where there is only one level. */
  double entropy() {
    return entropy(counts, total);
  }

  /** Of any counts that add up to the total. */
  static double entropy(int[] counts, long total) {
    double entropy = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / total;
        entropy -= share * Math.log(share);
      }
    }
    return entropy;
  }

  /** Whether there is only one level. */
  boolean isConstant() {
    return IntStream.of(counts).filter(count -> count > 0).count() == 1;
  }

  double mean() {
    long sum = 0;
    for (int level = 0; level < counts.length; level++) {
      sum += (long) level * counts[level];
    }
    return (double) sum / total;
  }

  /** Population variance. */
  double variance() {
    double mean = mean();
    double sum = 0;
    for (int level = 0; level < counts.length; level++) {
      sum += counts[level] * (level - mean) * (level - mean);
    }
    return sum / total;
  }
}
