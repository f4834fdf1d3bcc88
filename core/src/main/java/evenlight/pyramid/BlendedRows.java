package evenlight.pyramid;

import java.util.Arrays;

/**
 * Some neighbouring levels of the exposures, each made from the finer one, and the blend of their
 * differences. Belongs to one thread.
 */
final class BlendedRows {
  /** Five that are smoothed and one to spare. */
  private static final int FILTERED_ROWS = 6;

  private final int exposures;
  private final RowWindow[] levels;
  private final Expansion[] expansions;
  private final double[][][] sums;

  private BlendedRows(int exposures, int channels, RowWindow... levels) {
    this.exposures = exposures;
    this.levels = levels;
    this.expansions = new Expansion[levels.length - 1];
    this.sums = new double[levels.length - 1][channels][];
  }

  /**
   * Levels of weights and channels.
   *
   * @param base the finest of them
   * @param coarser how many follow
   * @param firstBlended the first level whose blend is asked for
   */
  static BlendedRows of(RowSource base, PyramidBlend.Shape shape, int coarser, int firstBlended) {
    RowWindow[] levels = new RowWindow[coarser + 1];
    levels[0] = new RowWindow(base, firstBlended == 0 ? rowsKept(coarser) : FILTERED_ROWS);
    for (int i = 1; i <= coarser; i++) {
      levels[i] =
          new RowWindow(new HalvedRows(levels[i - 1], 0, shape.border()), rowsKept(coarser - i));
    }
    BlendedRows rows = new BlendedRows(shape.exposures(), shape.channels(), levels);
    for (int i = firstBlended; i < coarser; i++) {
      rows.prepare(i, shape.exposures(), shape.border());
    }
    return rows;
  }

  /** The finest level, and of the next one the channels only. */
  static BlendedRows finest(RowSource base, PyramidBlend.Shape shape) {
    RowWindow finest = new RowWindow(base, FILTERED_ROWS);
    RowWindow next =
        new RowWindow(new HalvedRows(finest, shape.exposures(), shape.border()), FILTERED_ROWS);
    BlendedRows rows = new BlendedRows(shape.exposures(), shape.channels(), finest, next);
    rows.prepare(0, 0, shape.border());
    return rows;
  }

  /**
   * Rows of a level that are in use while those levels above it move by one row of the coarsest: a
   * row needs two below it of the finer level, these two more each, and so on.
   */
  private static int rowsKept(int levelsAbove) {
    return Math.max(FILTERED_ROWS, 3 << levelsAbove);
  }

  private void prepare(int level, int firstChannel, Border border) {
    int width = levels[level].width();
    expansions[level] = new Expansion(levels[level + 1], firstChannel, width, border);
    Arrays.setAll(sums[level], c -> new double[width]);
  }

  /** The rows of a level, counted from the finest. */
  RowWindow level(int level) {
    return levels[level];
  }

  /**
   * One row of {@code Σ_k W_k (I_k - expanded coarser I_k)} for each channel; overwritten by the
   * next one of that level.
   */
  double[][] blended(int level, int y) {
    Expansion expansion = expansions[level];
    expansion.moveTo(y);
    double[][] row = levels[level].row(y);
    double[][] sum = sums[level];
    for (int c = 0; c < sum.length; c++) {
      Arrays.fill(sum[c], 0);
      for (int k = 0; k < exposures; k++) {
        int channel = k * sum.length + c;
        expansion.addWeightedDifference(row[exposures + channel], channel, row[k], sum[c]);
      }
    }
    return sum;
  }
}
