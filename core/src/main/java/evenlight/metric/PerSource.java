package evenlight.metric;

import evenlight.metric.Score.Caveat;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The value of a metric between each source and the fused image.
 *
 * <p>They are added from the smallest to the greatest, so that the order of the sources changes no
 * bit.
 */
record PerSource(List<Double> values) {
  PerSource {
    values = List.copyOf(values);
  }

  double sum() {
    return values.stream().sorted().reduce(0.0, Double::sum);
  }

  double mean() {
    return sum() / values.size();
  }

  Score asSum(List<Caveat> caveats) {
    return new Score(OptionalDouble.of(sum()), values, caveats);
  }

  Score asMean(List<Caveat> caveats) {
    return new Score(OptionalDouble.of(mean()), values, caveats);
  }
}
