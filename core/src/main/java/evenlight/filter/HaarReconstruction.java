package evenlight.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * Reconstruction from gradients by a Haar synthesis with smoothing after every level: the Haar
 * decomposition of a plane can be computed from its gradients alone, but for its mean.
 *
 * <p>I. S. Sevcenco, P. J. Hampton, P. Agathoklis, "A wavelet based method for image reconstruction
 * from gradient data with applications", Multidimensional Systems and Signal Processing 26, 2015.
 * The field is extended by mirroring to a square of 2^n, {@link CoarserGradients} are computed up
 * to 1×1, and from there each level is an inverse orthonormal Haar step followed by three steps of
 * {@link JacobiSmoothing}. A field that is the gradient of a plane gives this plane exactly; any
 * other comes near to the solution of {@link CosineReconstruction}.
 *
 * <p>Cost: O(N²) with N the power of two at or above the longer side. Memory: the plane twice and
 * 5.3 N² bytes for the coarser gradients, so that long and narrow pictures cost more than they
 * hold. Of the synthesis only the part is computed that the plane needs: each smoothing step
 * reaches one sample further.
 */
public final class HaarReconstruction implements Reconstruction {
  private static final int STEPS = 3;
  private static final int LARGEST = 32768;

  @Override
  public double[] reconstruct(GradientField field, Strips strips) {
    int height = field.height();
    int width = field.width();
    List<HaarLevel> levels = levels(field, strips);
    Patch patch = new Patch(1, 1, new double[1]);
    for (int l = levels.size() - 1; l >= 0; l--) {
      HaarLevel level = levels.remove(l);
      int rows = needed(height, l, level.size());
      int columns = needed(width, l, level.size());
      patch = synthesise(patch, level, rows, columns, strips);
      for (int step = 0; step < STEPS && level.size() > 2; step++) {
        JacobiSmoothing.step(level, patch, strips);
      }
    }
    double[] plane = patch.cropped(height, width);
    Centring.centre(plane, height, width, strips);
    return plane;
  }

  private static List<HaarLevel> levels(GradientField field, Strips strips) {
    int longer = Math.max(field.height(), field.width());
    if (longer > LARGEST) {
      throw new IllegalArgumentException(
          "the Haar solver takes pictures of at most %1$d×%1$d, but this one is %2$d×%3$d"
              .formatted(LARGEST, field.height(), field.width()));
    }
    List<HaarLevel> levels = new ArrayList<>();
    if (longer > 1) {
      HaarLevel level = new MirroredGradients(field, side(field.height(), field.width()));
      levels.add(level);
      while (level.size() > 2) {
        level = CoarserGradients.above(level, strips);
        levels.add(level);
      }
    }
    return levels;
  }

  /** How long the sides of the square are that a plane is extended to. */
  public static int side(int height, int width) {
    int longer = Math.max(height, width);
    return longer == 1 ? 1 : Integer.highestOneBit(longer - 1) * 2;
  }

  /** How many rows or columns of a level have a part in the plane; the finest level is 0. */
  private static int needed(int extent, int level, int size) {
    int needed = extent + STEPS;
    for (int l = 0; l < level; l++) {
      needed = (needed + 1) / 2 + STEPS;
    }
    return Math.min(needed, size);
  }

  /** One inverse Haar step: twice the size. */
  private static Patch synthesise(
      Patch coarse, HaarLevel level, int rows, int columns, Strips strips) {
    Patch fine = new Patch(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    int averages = Math.min(columns, level.size() - 1);
    strips.run(
        (rows + 1) / 2,
        () -> {
          double[] across = new double[averages];
          double[] down = new double[averages];
          double[] diagonal = new double[(columns + 1) / 2];
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              level.across(2 * i, averages, across);
              level.down(2 * i, averages, down);
              level.diagonal(i, diagonal.length, diagonal);
              double sign = -1;
              for (int r = 2 * i; r < Math.min(2 * i + 2, rows); r++, sign = 1) {
                fill(fine, r, coarse, sign, across, down, diagonal);
              }
            }
          };
        });
    return fine;
  }

  private static void fill(
      Patch fine,
      int row,
      Patch coarse,
      double sign,
      double[] across,
      double[] down,
      double[] diagonal) {
    int from = row / 2 * coarse.columns();
    int to = row * fine.columns();
    for (int j = 0; j < diagonal.length; j++) {
      double mean = coarse.samples()[from + j] + sign * down[2 * j];
      double difference = across[2 * j] + sign * diagonal[j];
      fine.samples()[to + 2 * j] = 0.5 * (mean - difference);
      if (2 * j + 1 < fine.columns()) {
        fine.samples()[to + 2 * j + 1] = 0.5 * (mean + difference);
      }
    }
  }
}
