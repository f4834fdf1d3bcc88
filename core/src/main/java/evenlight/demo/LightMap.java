package evenlight.demo;

import org.jspecify.annotations.Nullable;

/**
 * The light on what every second pixel of every second row sees.
 *
 * <p>Light changes slowly along a surface, so it is worked out here once and looked up for all
 * samples. Each point knows only some of its shadows; the share of the window that is visible is
 * therefore averaged over neighbours on the same surface, which tested other parts of it.
 */
final class LightMap {
  private static final int STEP = 2;
  private static final int WINDOW = 4;

  private final int rows;
  private final int columns;
  private final @Nullable Hit[] hits;
  private final @Nullable Light[] lights;
  private final Tracer tracer;

  LightMap(View view, Tracer tracer) {
    this.rows = view.height() / STEP + 2;
    this.columns = view.width() / STEP + 2;
    this.hits = new Hit[rows * columns];
    this.tracer = tracer;
    @Nullable Light[] rough = new Light[rows * columns];
    for (int i = 0; i < hits.length; i++) {
      int row = i / columns;
      int column = i % columns;
      Hit hit = tracer.nearest(view.through(row * STEP, column * STEP));
      hits[i] = hit;
      rough[i] = hit == null ? null : tracer.light(hit, choice(row, column));
    }
    this.lights = new Light[rows * columns];
    for (int i = 0; i < hits.length; i++) {
      Hit hit = hits[i];
      Light light = rough[i];
      lights[i] = hit == null || light == null ? null : light.withVisible(visible(hit, i, rough));
    }
  }

  /** Numbers that run through all cells of the window within any window of neighbours. */
  private static long choice(int row, int column) {
    return 16L * (row * 8191L + column) + (row % WINDOW * WINDOW + column % WINDOW) * 7L % 16;
  }

  private double visible(Hit hit, int place, @Nullable Light[] rough) {
    double sum = 0;
    int count = 0;
    int row = place / columns;
    int column = place % columns;
    for (int y = Math.max(row - 1, 0); y < Math.min(row - 1 + WINDOW, rows); y++) {
      for (int x = Math.max(column - 1, 0); x < Math.min(column - 1 + WINDOW, columns); x++) {
        Hit other = hits[y * columns + x];
        Light light = rough[y * columns + x];
        if (other != null && light != null && hit.litLike(other)) {
          sum += light.visible();
          count++;
        }
      }
    }
    return sum / count;
  }

  /** Irradiance, without the sun, of what is seen at a point of the picture in pixels. */
  Vec irradiance(Hit hit, double y, double x) {
    int top = (int) (y / STEP);
    int left = (int) (x / STEP);
    Vec sum = Vec.ZERO;
    double total = 0;
    for (int row = top; row <= top + 1; row++) {
      for (int column = left; column <= left + 1; column++) {
        Hit near = hits[row * columns + column];
        Light light = lights[row * columns + column];
        if (near != null && light != null && hit.litLike(near)) {
          double weight = nearness(y / STEP - row) * nearness(x / STEP - column);
          sum = sum.plus(weight, light.total());
          total += weight;
        }
      }
    }
    return total > 0 ? sum.times(1 / total) : tracer.light(hit, choice(top, left)).total();
  }

  /** Weight of a point in bilinear interpolation, never quite 0. */
  private static double nearness(double offset) {
    return 1.001 - Math.abs(offset);
  }
}
