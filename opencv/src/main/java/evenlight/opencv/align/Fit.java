package evenlight.opencv.align;

import evenlight.align.MotionModel;
import evenlight.align.Transform;
import java.util.List;
import java.util.Optional;

/**
 * Least squares: the transform of a family that brings weighted matches closest together.
 *
 * <p>Coordinates are moved to their mean and scaled before, without which a homography's equations
 * lose half of their digits (Hartley, "In defense of the eight-point algorithm", PAMI 1997).
 */
final class Fit {
  private static final int UNKNOWNS = 8;

  private Fit() {}

  /** How many matches a family needs. */
  static int fewest(MotionModel model) {
    return switch (model) {
      case TRANSLATION -> 1;
      case ROTATION -> 2;
      case HOMOGRAPHY -> 4;
    };
  }

  /** The transform from the reference to the frame; none where the matches do not determine it. */
  static Optional<Transform> of(MotionModel model, List<Match> matches, double[] weights) {
    Moments moments = Moments.of(matches, weights);
    if (!(moments.weight > 0)) {
      return Optional.empty();
    }
    try {
      return switch (model) {
        case TRANSLATION ->
            Optional.of(Transform.translation(moments.u - moments.x, moments.v - moments.y));
        case ROTATION -> Optional.of(rotation(matches, weights, moments));
        case HOMOGRAPHY -> homography(matches, weights, moments);
      };
    } catch (IllegalArgumentException degenerate) {
      return Optional.empty();
    }
  }

  /** Weighted means, and how far the matches lie from them. */
  private record Moments(double weight, double x, double y, double u, double v, double spread) {
    static Moments of(List<Match> matches, double[] weights) {
      double weight = 0;
      double x = 0;
      double y = 0;
      double u = 0;
      double v = 0;
      for (int i = 0; i < weights.length; i++) {
        Match match = matches.get(i);
        weight += weights[i];
        x += weights[i] * match.x();
        y += weights[i] * match.y();
        u += weights[i] * match.u();
        v += weights[i] * match.v();
      }
      double spread = 0;
      for (int i = 0; i < weights.length; i++) {
        Match match = matches.get(i);
        spread += weights[i] * Math.hypot(match.x() - x / weight, match.y() - y / weight);
      }
      return new Moments(weight, x / weight, y / weight, u / weight, v / weight, spread / weight);
    }
  }

  private static Transform rotation(List<Match> matches, double[] weights, Moments mean) {
    double cosine = 0;
    double sine = 0;
    for (int i = 0; i < weights.length; i++) {
      Match match = matches.get(i);
      double x = match.x() - mean.x;
      double y = match.y() - mean.y;
      double u = match.u() - mean.u;
      double v = match.v() - mean.v;
      cosine += weights[i] * (x * u + y * v);
      sine += weights[i] * (x * v - y * u);
    }
    double length = Math.hypot(cosine, sine);
    double c = cosine / length;
    double s = sine / length;
    return new Transform(
        c, -s, mean.u - c * mean.x + s * mean.y, s, c, mean.v - s * mean.x - c * mean.y, 0, 0);
  }

  private static Optional<Transform> homography(
      List<Match> matches, double[] weights, Moments mean) {
    double unit = 1 / mean.spread;
    double[][] equations = new double[UNKNOWNS][UNKNOWNS + 1];
    for (int i = 0; i < weights.length; i++) {
      Match match = matches.get(i);
      double x = (match.x() - mean.x) * unit;
      double y = (match.y() - mean.y) * unit;
      double u = (match.u() - mean.u) * unit;
      double v = (match.v() - mean.v) * unit;
      add(equations, weights[i], u, x, y, 1, 0, 0, 0, -x * u, -y * u);
      add(equations, weights[i], v, 0, 0, 0, x, y, 1, -x * v, -y * v);
    }
    if (!solve(equations)) {
      return Optional.empty();
    }
    double[] m = new double[UNKNOWNS];
    for (int i = 0; i < UNKNOWNS; i++) {
      m[i] = equations[i][UNKNOWNS];
    }
    Transform before = new Transform(unit, 0, -mean.x * unit, 0, unit, -mean.y * unit, 0, 0);
    Transform behind = new Transform(1 / unit, 0, mean.u, 0, 1 / unit, mean.v, 0, 0);
    return Optional.of(
        behind.after(new Transform(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7])).after(before));
  }

  /** Adds one equation to the normal equations. */
  private static void add(double[][] equations, double weight, double right, double... left) {
    for (int row = 0; row < UNKNOWNS; row++) {
      double factor = weight * left[row];
      for (int column = 0; column < UNKNOWNS; column++) {
        equations[row][column] += factor * left[column];
      }
      equations[row][UNKNOWNS] += factor * right;
    }
  }

  /** Gauss and Jordan with pivots from the column; the solution is left in the last column. */
  private static boolean solve(double[][] m) {
    for (int pivot = 0; pivot < UNKNOWNS; pivot++) {
      int best = pivot;
      for (int row = pivot + 1; row < UNKNOWNS; row++) {
        if (Math.abs(m[row][pivot]) > Math.abs(m[best][pivot])) {
          best = row;
        }
      }
      double[] line = m[best];
      m[best] = m[pivot];
      m[pivot] = line;
      if (!(Math.abs(line[pivot]) > 1e-12)) {
        return false;
      }
      eliminate(m, pivot);
    }
    return true;
  }

  private static void eliminate(double[][] m, int pivot) {
    double[] line = m[pivot];
    double unit = 1 / line[pivot];
    for (int column = pivot; column <= UNKNOWNS; column++) {
      line[column] *= unit;
    }
    for (int row = 0; row < UNKNOWNS; row++) {
      double factor = m[row][pivot];
      if (row != pivot && factor != 0) {
        for (int column = pivot; column <= UNKNOWNS; column++) {
          m[row][column] -= factor * line[column];
        }
      }
    }
  }
}
