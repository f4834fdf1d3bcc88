package evenlight.pyramid;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Blends exposures in a Laplacian pyramid, each level by the Gaussian pyramid of their weights, and
 * collapses the result.
 *
 * <pre>
 * L_l{F} = Σ_k G_l{W_k} · L_l{I_k}      F = Σ_l expanded L_l{F}
 * </pre>
 *
 * <p>The exposures' rows come from a {@link RowSource} with K weights, then C channels of the first
 * exposure, C channels of the second and so on; for each pixel the weights should sum to 1.
 *
 * <p>How it is computed. Levels are made from the rows of the finer level as these pass by, three
 * levels in one go, so that of the exposures nothing finer than the third level is ever stored. Of
 * the blended pyramid all levels but the finest are stored; the finest is made in a second pass
 * over the exposures, added to the rest, and handed on row by row. The source is thus read twice.
 * Memory: C·H·W/3 samples for the blended levels and K(C+1)·H·W/64 for those between two passes,
 * beside some rows for each thread. Time: O(K·C·H·W), whatever the number of levels.
 *
 * <p>Every sample is computed in the same way wherever a thread's band begins: the same bits with
 * any number of threads.
 */
public final class PyramidBlend {
  private static final int LEVELS_IN_ONE_GO = 3;

  private final Supplier<? extends RowSource> exposures;
  private final Shape shape;
  private final Bands bands;
  private final LayerStack[] blended;

  /**
   * What is blended, and how.
   *
   * @param exposures K, at least 1
   * @param channels C of each exposure
   * @param height rows of each exposure
   * @param width columns of each exposure
   * @param levels of the pyramid with the finest and the coarsest, at least 1
   * @param border what stands for samples beyond the border
   * @param precision of what is stored between two passes
   */
  public record Shape(
      int exposures,
      int channels,
      int height,
      int width,
      int levels,
      Border border,
      Precision precision) {
    /** Checks the number of levels. */
    public Shape {
      if (levels < 1) {
        throw new IllegalArgumentException(
            "a pyramid must have at least 1 level, but has " + levels);
      }
    }

    private LayerStack stack(int layers, int level) {
      return new LayerStack(layers, at(height, level), at(width, level), precision);
    }

    private static int at(int extent, int level) {
      int halved = extent;
      for (int i = 0; i < level; i++) {
        halved = HalvedRows.halved(halved);
      }
      return halved;
    }
  }

  /** Blends the coarsest level. */
  @FunctionalInterface
  public interface Coarsest {
    /**
     * Blends it.
     *
     * @param level K weights and K times C channels, as in the rows of the exposures
     * @param blended takes C channels
     */
    void blend(LayerStack level, LayerStack blended);
  }

  private PyramidBlend(Supplier<? extends RowSource> exposures, Shape shape, Bands bands) {
    this.exposures = exposures;
    this.shape = shape;
    this.bands = bands;
    this.blended = new LayerStack[shape.levels()];
    for (int level = Math.min(1, shape.levels() - 1); level < shape.levels(); level++) {
      blended[level] = shape.stack(shape.channels(), level);
    }
  }

  /**
   * Blends.
   *
   * @param exposures gives each thread a source of its own
   * @param coarsest blends the coarsest level
   * @param picture takes the finished rows
   */
  public static void blend(
      Supplier<? extends RowSource> exposures,
      Shape shape,
      Coarsest coarsest,
      Bands bands,
      RowSink picture) {
    new PyramidBlend(exposures, shape, bands).run(coarsest, picture);
  }

  /** The weighted sum of the coarsest level's channels: what most methods do. */
  public static void weightedSum(LayerStack level, LayerStack blended) {
    int channels = blended.layers();
    int exposures = level.layers() / (channels + 1);
    double[][] rows = new double[level.layers()][level.width()];
    double[][] sums = new double[channels][level.width()];
    RowSource source = level.rows();
    for (int y = 0; y < level.height(); y++) {
      source.row(y, rows);
      for (int c = 0; c < channels; c++) {
        for (int x = 0; x < level.width(); x++) {
          sums[c][x] = 0;
          for (int k = 0; k < exposures; k++) {
            sums[c][x] += rows[k][x] * rows[exposures + k * channels + c][x];
          }
        }
      }
      blended.put(y, sums);
    }
  }

  private void run(Coarsest coarsest, RowSink picture) {
    int top = shape.levels() - 1;
    @Nullable LayerStack level = null;
    for (int from = 0; from < top; from += LEVELS_IN_ONE_GO) {
      level = ascend(level == null ? exposures : level::rows, from);
    }
    coarsest.blend(level == null ? stored() : level, blended[top]);
    for (int i = top - 1; i >= 1; i--) {
      addCoarser(i);
    }
    if (top == 0) {
      emitStored(picture);
    } else {
      emitFinest(picture);
    }
  }

  /** Blends some levels and stores the exposures' level above them. */
  private LayerStack ascend(Supplier<? extends RowSource> base, int from) {
    int to = Math.min(from + LEVELS_IN_ONE_GO, shape.levels() - 1);
    LayerStack last = shape.stack((shape.channels() + 1) * shape.exposures(), to);
    int firstBlended = Math.max(from, 1);
    bands.forEach(
        last.height(),
        (first, end) -> {
          BlendedRows rows = BlendedRows.of(base.get(), shape, to - from, firstBlended - from);
          for (int y = first; y < end; y++) {
            for (int level = firstBlended; level < to; level++) {
              int below = Math.min((y + 1) << (to - level), blended[level].height());
              for (int row = y << (to - level); row < below; row++) {
                blended[level].put(row, rows.blended(level - from, row));
              }
            }
            last.put(y, rows.level(to - from).row(y));
          }
        });
    return last;
  }

  /** The exposures' only level, of a picture too small for more. */
  private LayerStack stored() {
    LayerStack level = shape.stack((shape.channels() + 1) * shape.exposures(), 0);
    RowSource source = exposures.get();
    double[][] rows = new double[source.layers()][source.width()];
    for (int y = 0; y < level.height(); y++) {
      source.row(y, rows);
      level.put(y, rows);
    }
    return level;
  }

  /** Turns a level's differences into a level of the picture. */
  private void addCoarser(int level) {
    LayerStack finer = blended[level];
    bands.forEach(
        finer.height(),
        (first, end) -> {
          Expansion expansion = expansion(level + 1, finer.width());
          RowSource source = finer.rows();
          double[][] rows = new double[shape.channels()][finer.width()];
          for (int y = first; y < end; y++) {
            source.row(y, rows);
            add(expansion, y, rows);
            finer.put(y, rows);
          }
        });
  }

  private Expansion expansion(int level, int width) {
    RowWindow coarser = new RowWindow(blended[level].rows(), 1);
    return new Expansion(coarser, 0, width, shape.border());
  }

  private static void add(Expansion expansion, int y, double[][] rows) {
    expansion.moveTo(y);
    for (int c = 0; c < rows.length; c++) {
      expansion.addTo(c, rows[c]);
    }
  }

  private void emitFinest(RowSink picture) {
    bands.forEach(
        shape.height(),
        (first, end) -> {
          BlendedRows finest = BlendedRows.finest(exposures.get(), shape);
          Expansion expansion = expansion(1, shape.width());
          for (int y = first; y < end; y++) {
            double[][] rows = finest.blended(0, y);
            add(expansion, y, rows);
            picture.accept(y, rows);
          }
        });
  }

  private void emitStored(RowSink picture) {
    RowSource source = blended[0].rows();
    double[][] rows = new double[shape.channels()][shape.width()];
    for (int y = 0; y < shape.height(); y++) {
      source.row(y, rows);
      picture.accept(y, rows);
    }
  }
}
