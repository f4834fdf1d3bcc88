package evenlight.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Spearman's rank correlation: Pearson's of the ranks, where equal values share the mean of theirs.
 */
final class RankCorrelation {
  private static final int FEWEST = 3;

  private RankCorrelation() {}

  /**
   * Of the pairs of which both values are there.
   *
   * @return within [-1,1]; empty for fewer than three pairs, and where all values of one side are
   *     equal
   */
  static OptionalDouble of(List<OptionalDouble> first, List<OptionalDouble> second) {
    List<Double> left = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).isPresent() && second.get(i).isPresent()) {
        left.add(first.get(i).getAsDouble());
        right.add(second.get(i).getAsDouble());
      }
    }
    return left.size() < FEWEST ? OptionalDouble.empty() : pearson(ranks(left), ranks(right));
  }

  private static double[] ranks(List<Double> values) {
    double[] ranks = new double[values.size()];
    for (int i = 0; i < ranks.length; i++) {
      double value = values.get(i);
      long smaller = values.stream().filter(other -> other < value).count();
      long equal = values.stream().filter(other -> other == value).count();
      ranks[i] = smaller + (equal + 1) / 2.0;
    }
    return ranks;
  }

  private static OptionalDouble pearson(double[] x, double[] y) {
    double middle = (x.length + 1) / 2.0;
    double products = 0;
    double squaresOfX = 0;
    double squaresOfY = 0;
    for (int i = 0; i < x.length; i++) {
      products += (x[i] - middle) * (y[i] - middle);
      squaresOfX += (x[i] - middle) * (x[i] - middle);
      squaresOfY += (y[i] - middle) * (y[i] - middle);
    }
    double scale = Math.sqrt(squaresOfX * squaresOfY);
    return scale == 0 ? OptionalDouble.empty() : OptionalDouble.of(products / scale);
  }
}
