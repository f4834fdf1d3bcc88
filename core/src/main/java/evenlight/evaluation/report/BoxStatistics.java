package evenlight.evaluation.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a box plot shows of some values.
 *
 * <p>A quartile at share f of n sorted values lies at place f (n - 1), linear between neighbours.
 * Whiskers end at the outermost values within 1.5 times the distance of the quartiles from them.
 *
 * @param lowerWhisker smallest value that is no outlier
 * @param lowerQuartile at share 0.25
 * @param median at share 0.5
 * @param upperQuartile at share 0.75
 * @param upperWhisker greatest value that is no outlier
 * @param outliers places of the values beyond the whiskers, as they were handed over
 */
record BoxStatistics(
    double lowerWhisker,
    double lowerQuartile,
    double median,
    double upperQuartile,
    double upperWhisker,
    List<Integer> outliers) {
  private static final double REACH = 1.5;

  /** Of one value or more. */
  static BoxStatistics of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double lower = quantile(sorted, 0.25);
    double upper = quantile(sorted, 0.75);
    double least = lower - REACH * (upper - lower);
    double most = upper + REACH * (upper - lower);
    return new BoxStatistics(
        Math.min(Arrays.stream(sorted).filter(v -> v >= least).findFirst().orElse(lower), lower),
        lower,
        quantile(sorted, 0.5),
        upper,
        Math.max(Arrays.stream(sorted).filter(v -> v <= most).max().orElse(upper), upper),
        IntStream.range(0, values.length)
            .filter(i -> values[i] < least || values[i] > most)
            .boxed()
            .toList());
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
