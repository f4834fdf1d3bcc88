package evenlight.filter;

import java.util.function.Function;

/** Mappings of brightness, one for each of 8×8 tiles, as tables that are interpolated. */
final class TileMappings {
  static final int TILES = 8;
  static final int BINS = 256;

  // Closer to a step than this, a value is the step: what was divided may come back changed.
  private static final double SAME = 1e-9;

  private final double[][] tables;
  private final int steps;

  private TileMappings(int steps) {
    this.tables = new double[TILES * TILES][];
    this.steps = steps;
  }

  /**
   * The mappings that follow from the histograms of a plane's tiles.
   *
   * @param rows which row of the plane is at each row of the padded plane, whose number is a
   *     multiple of 8
   * @param columns the same for columns
   * @param steps from 0 to 1, to which values are rounded before they are counted
   * @param rule makes a table of a histogram, which it may change
   */
  static TileMappings of(
      Plane plane,
      int[] rows,
      int[] columns,
      int steps,
      Function<int[], double[]> rule,
      Strips strips) {
    TileMappings mappings = new TileMappings(steps);
    strips.run(
        TILES * TILES,
        1,
        () ->
            (from, to) -> {
              for (int tile = from; tile < to; tile++) {
                int[] histogram = mappings.histogram(plane, rows, columns, tile);
                mappings.tables[tile] = mappings.atSteps(rule.apply(histogram));
              }
            });
    return mappings;
  }

  private int[] histogram(Plane plane, int[] rows, int[] columns, int tile) {
    int height = rows.length / TILES;
    int width = columns.length / TILES;
    int top = tile / TILES * height;
    int left = tile % TILES * width;
    int[] histogram = new int[BINS];
    for (int y = top; y < top + height; y++) {
      int start = rows[y] * plane.width();
      for (int x = left; x < left + width; x++) {
        histogram[bin((int) (plane.samples()[start + columns[x]] * steps + 0.5))]++;
      }
    }
    return histogram;
  }

  private double[] atSteps(double[] ofBins) {
    double[] table = new double[steps + 2];
    for (int step = 0; step <= steps; step++) {
      table[step] = ofBins[bin(step)];
    }
    table[steps + 1] = table[steps];
    return table;
  }

  private int bin(int step) {
    return (int) ((double) step / steps * (BINS - 1) + 0.5);
  }

  /** What a tile maps a value in [0,1] to. */
  double at(int tile, double value) {
    double[] table = tables[tile];
    double place = value * steps;
    int below = (int) (place + SAME);
    double beyond = place - below;
    return beyond < SAME ? table[below] : table[below] + beyond * (table[below + 1] - table[below]);
  }
}
