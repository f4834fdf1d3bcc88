package evenlight.demo;

import java.util.stream.IntStream;

/**
 * A room with a window on a sunny day, as linear radiance over more than twelve stops.
 *
 * <p>One ray per sample is followed to what it meets, a second one to what a glossy surface
 * mirrors. A pixel is the mean of 2×2 samples, or of 3×3 where these differ much, as at the bars of
 * the window. Pixels depend on nothing but their place, so rows are rendered side by side.
 */
final class SyntheticScene {
  private static final int COARSE = 2;
  private static final int FINE = 3;
  private static final double CONTRAST = 2.5;

  private final View view;
  private final Tracer tracer;
  private final LightMap lights;

  private SyntheticScene(View view, long seed) {
    this.view = view;
    this.tracer = new Tracer(seed);
    this.lights = new LightMap(view, tracer);
  }

  /**
   * The radiance of every pixel, in a unit in which clouds are about 15 and dark corners 0.002.
   *
   * @param height rows
   * @param width columns
   * @param seed of all patterns
   */
  static RadianceMap render(int height, int width, long seed) {
    SyntheticScene scene = new SyntheticScene(new View(height, width), seed);
    RadianceMap map = new RadianceMap(height, width);
    IntStream.range(0, height)
        .parallel()
        .forEach(
            y -> {
              for (int x = 0; x < width; x++) {
                map.set(y * width + x, scene.pixel(y, x));
              }
            });
    return map;
  }

  private Vec pixel(int y, int x) {
    double darkest = Double.POSITIVE_INFINITY;
    double brightest = 0;
    Vec sum = Vec.ZERO;
    for (int k = 0; k < COARSE * COARSE; k++) {
      Vec sample = sample(y, x, k, COARSE);
      darkest = Math.min(darkest, sample.luminance());
      brightest = Math.max(brightest, sample.luminance());
      sum = sum.plus(sample);
    }
    return brightest < CONTRAST * darkest ? sum.times(1.0 / (COARSE * COARSE)) : finer(y, x);
  }

  private Vec finer(int y, int x) {
    Vec sum = Vec.ZERO;
    for (int k = 0; k < FINE * FINE; k++) {
      sum = sum.plus(sample(y, x, k, FINE));
    }
    return sum.times(1.0 / (FINE * FINE));
  }

  /** The k-th of side × side samples of a pixel. */
  private Vec sample(int y, int x, int k, int side) {
    int row = k / side;
    int column = k % side;
    return sample(y + (row + 0.5) / side, x + (column + 0.5) / side);
  }

  private Vec sample(double y, double x) {
    Ray ray = view.through(y, x);
    Hit hit = tracer.nearest(ray);
    return hit == null
        ? tracer.outside(ray.direction())
        : tracer.radiance(hit, lights.irradiance(hit, y, x), ray.direction());
  }
}
