package evenlight.filter;

import org.jtransforms.dct.DoubleDCT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/**
 * The exact least-squares solution of Poisson's equation with Neumann borders, by cosine
 * transforms.
 *
 * <pre>
 * Δp = div g,   div g(y, x) = across(y, x) - across(y, x - 1) + down(y, x) - down(y - 1, x)
 * P(k, l) = D(k, l) / (2 cos(πk/H) - 2 + 2 cos(πl/W) - 2),   P(0, 0) = 0
 * </pre>
 *
 * <p>D and P are the DCT-II of div g and p. The transforms are those of JTransforms; any height and
 * width will do, those with small prime factors are several times faster. Cost: O(H·W·log(H·W)).
 * Memory: the result and some columns for each thread.
 */
public final class CosineReconstruction implements Reconstruction {
  // Columns lie far apart in memory; as many as fill a cache line are fetched together.
  private static final int COLUMNS = 16;

  static {
    // The rows are shared among threads already; those of the library would come on top.
    ConcurrencyUtils.setNumberOfThreads(1);
  }

  @Override
  public double[] reconstruct(GradientField field, Strips strips) {
    int height = field.height();
    int width = field.width();
    double[] plane = new double[height * width];
    DoubleDCT_1D ofRows = new DoubleDCT_1D(width);
    DoubleDCT_1D ofColumns = new DoubleDCT_1D(height);
    strips.run(
        height,
        () ->
            (from, to) -> {
              for (int y = from; y < to; y++) {
                divergence(field, y, plane);
                ofRows.forward(plane, y * width, true);
              }
            });
    strips.run(width, COLUMNS, () -> new ColumnSolver(plane, height, width, ofColumns));
    strips.run(
        height,
        () ->
            (from, to) -> {
              for (int y = from; y < to; y++) {
                ofRows.inverse(plane, y * width, true);
              }
            });
    Centring.centre(plane, height, width, strips);
    return plane;
  }

  private static void divergence(GradientField field, int y, double[] plane) {
    int width = field.width();
    boolean last = y == field.height() - 1;
    for (int x = 0, i = y * width; x < width; x++, i++) {
      double right = x == width - 1 ? 0 : field.across(i);
      double left = x == 0 ? 0 : field.across(i - 1);
      double below = last ? 0 : field.down(i);
      double above = y == 0 ? 0 : field.down(i - width);
      plane[i] = right - left + (below - above);
    }
  }

  /** The second difference of a cosine, as a factor of it. */
  private static double eigenvalue(int frequency, int extent) {
    return 2 * Math.cos(Math.PI * frequency / extent) - 2;
  }

  /** Transforms columns, solves for the transform of the plane and transforms back. */
  private static final class ColumnSolver implements Strips.Worker {
    private final double[] plane;
    private final int height;
    private final int width;
    private final DoubleDCT_1D transform;
    private final double[] columns;
    private final double[] eigenvalues;

    ColumnSolver(double[] plane, int height, int width, DoubleDCT_1D transform) {
      this.plane = plane;
      this.height = height;
      this.width = width;
      this.transform = transform;
      this.columns = new double[COLUMNS * height];
      this.eigenvalues = new double[height];
      for (int k = 0; k < height; k++) {
        eigenvalues[k] = eigenvalue(k, height);
      }
    }

    @Override
    public void compute(int from, int to) {
      fetch(from, to);
      for (int x = from; x < to; x++) {
        int start = (x - from) * height;
        transform.forward(columns, start, true);
        solve(start, eigenvalue(x, width), x == 0);
        transform.inverse(columns, start, true);
      }
      putBack(from, to);
    }

    private void solve(int start, double ofRow, boolean first) {
      for (int k = 0; k < height; k++) {
        columns[start + k] /= ofRow + eigenvalues[k];
      }
      if (first) {
        columns[start] = 0;
      }
    }

    private void fetch(int from, int to) {
      for (int y = 0; y < height; y++) {
        for (int x = from; x < to; x++) {
          columns[(x - from) * height + y] = plane[y * width + x];
        }
      }
    }

    private void putBack(int from, int to) {
      for (int y = 0; y < height; y++) {
        for (int x = from; x < to; x++) {
          plane[y * width + x] = columns[(x - from) * height + y];
        }
      }
    }
  }
}
