package evenlight.opencv.align;

import evenlight.align.MotionModel;
import evenlight.align.Transform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A fit that things which moved do not disturb: the best of many through few matches each (Torr and
 * Zisserman, "MLESAC", CVIU 2000), then least squares in which a match counts the less the farther
 * off it lies (Tukey's biweight).
 *
 * <p>Which matches are tried follows from a fixed seed.
 */
final class RobustFit {
  private static final int TRIALS = 400;
  private static final int REWEIGHTINGS = 12;
  private static final long SEED = 20260101;
  private static final double TUKEY = 4.685;
  private static final double DEVIATION_OF_MEDIAN = 1.4826;

  private final MotionModel model;
  private final List<Match> matches;
  private final double tolerance;

  /**
   * A fit.
   *
   * @param tolerance how far off a match may be that is right, in pixels
   */
  RobustFit(MotionModel model, List<Match> matches, double tolerance) {
    this.model = model;
    this.matches = matches;
    this.tolerance = tolerance;
  }

  /** The transform from the reference to the frame; none where the matches do not determine it. */
  Optional<Transform> find() {
    return start().map(this::reweighted);
  }

  private Optional<Transform> start() {
    int needed = Fit.fewest(model);
    if (matches.size() < needed) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] equal = new double[needed];
    Arrays.fill(equal, 1);
    Optional<Transform> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int trial = 0; trial < TRIALS; trial++) {
      List<Match> few = new ArrayList<>(needed);
      for (int i = 0; i < needed; i++) {
        few.add(matches.get(random.nextInt(matches.size())));
      }
      Optional<Transform> candidate = Fit.of(model, few, equal);
      double cost = candidate.isPresent() ? cost(candidate.get(), least) : least;
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    return best;
  }

  /** Squares of errors, none above the tolerance's; adds no more of them once it is too much. */
  private double cost(Transform toFrame, double tooMuch) {
    double limit = tolerance * tolerance;
    double sum = 0;
    for (int i = 0; i < matches.size() && sum < tooMuch; i++) {
      sum += Math.min(matches.get(i).squaredError(toFrame), limit);
    }
    return sum;
  }

  private Transform reweighted(Transform start) {
    Transform fit = start;
    double[] weights = new double[matches.size()];
    for (int i = 0; i < REWEIGHTINGS; i++) {
      double reach = reach(fit);
      for (int k = 0; k < weights.length; k++) {
        double share = matches.get(k).error(fit) / reach;
        weights[k] = share < 1 ? (1 - share * share) * (1 - share * share) : 0;
      }
      Optional<Transform> next = Fit.of(model, matches, weights);
      if (next.isEmpty()) {
        return fit;
      }
      fit = next.get();
    }
    return fit;
  }

  /** From which error on a match no longer counts. */
  private double reach(Transform fit) {
    double[] errors =
        matches.stream()
            .mapToDouble(match -> match.error(fit))
            .filter(e -> e < 3 * tolerance)
            .sorted()
            .toArray();
    double median = errors.length == 0 ? tolerance : errors[errors.length / 2];
    double reach = TUKEY * DEVIATION_OF_MEDIAN * median;
    return Math.min(Math.max(reach, tolerance / 4), 2 * tolerance);
  }
}
