package evenlight.filter;

import evenlight.image.Image;

/**
 * The recursive edge-preserving filter of the domain transform: smooths a plane along the rows and
 * columns of a guiding picture, and the less the more this changes from one pixel to the next.
 *
 * <p>E. S. L. Gastal, M. M. Oliveira, "Domain transform for edge-aware image and video processing",
 * ACM Transactions on Graphics 30(4), 2011, equations 11, 14 and 21:
 *
 * <pre>
 * f(x) += a^D(x) (f(x - 1) - f(x)),   left to right; then, with a^D(x + 1) and f(x + 1), back
 * D(x) = 1 + (σ_s / σ_r) Σ_c |I_c(x) - I_c(x - 1)|
 * a    = exp(-√2 / σ),   σ = σ_s √3 2^(N-1-i) / √(4^N - 1)   in iteration i = 0 .. N-1
 * </pre>
 *
 * <p>and the same down and up. A constant plane is returned as it is. Rows and columns are computed
 * in double precision and stored as floats in between. The powers of a come from a table, for
 * samples are whole numbers of levels.
 *
 * <p>Cost: O(N·H·W). Memory: one int a pixel. One filter may serve many planes, one after another.
 */
public final class DomainTransform {
  /**
   * How far the filter reaches.
   *
   * @param spatialSigma σ_s, in pixels, positive
   * @param rangeSigma σ_r, where a sample goes from 0 to 1, positive
   * @param iterations N, at least 1
   */
  public record Options(double spatialSigma, double rangeSigma, int iterations) {
    /** Checks the ranges. */
    public Options {
      if (!(spatialSigma > 0) || !(rangeSigma > 0) || iterations < 1) {
        throw new IllegalArgumentException(
            "the sigmas must be positive and the iterations 1 or more, but are %s, %s and %d"
                .formatted(spatialSigma, rangeSigma, iterations));
      }
    }

    private double decay(int iteration) {
      double sigma =
          spatialSigma
              * Math.sqrt(3)
              * Math.pow(2, iterations - 1 - iteration)
              / Math.sqrt(Math.pow(4, iterations) - 1);
      return Math.exp(-Math.sqrt(2) / sigma);
    }
  }

  private final Image guide;
  private final int white;
  private final Options options;
  private final Strips strips;
  private final int[] stepsDown;

  /**
   * A filter for planes of a picture's size.
   *
   * @param white how many levels the picture's samples are multiples of: 255 or 65535
   * @param strips share the work; the bits do not depend on them
   */
  public DomainTransform(Image guide, int white, Options options, Strips strips) {
    this.guide = guide;
    this.white = white;
    this.options = options;
    this.strips = strips;
    this.stepsDown = new int[guide.pixels()];
    strips.run(guide.height(), () -> new StepsDown());
  }

  /**
   * Filters a plane in place.
   *
   * @param plane as many samples as the picture has pixels
   */
  public void apply(float[] plane) {
    for (int i = 0; i < options.iterations(); i++) {
      double[] powers = powers(options.decay(i));
      strips.run(guide.height(), () -> new Across(plane, powers));
      strips.run(guide.width(), () -> new Down(plane, powers));
    }
  }

  /** a^D for every sum of differences, in levels. */
  private double[] powers(double decay) {
    double[] powers = new double[guide.channels() * white + 1];
    double ratio = options.spatialSigma() / options.rangeSigma();
    for (int steps = 0; steps < powers.length; steps++) {
      powers[steps] = Math.pow(decay, 1 + ratio * steps / white);
    }
    return powers;
  }

  /** Computes how many levels there are between each pixel and the one above it. */
  private final class StepsDown implements Strips.Worker {
    private final double[] upper = new double[guide.width()];
    private final double[] lower = new double[guide.width()];

    @Override
    public void compute(int from, int to) {
      for (int c = 0; c < guide.channels(); c++) {
        for (int y = Math.max(from, 1); y < to; y++) {
          guide.row(c, y - 1, upper);
          guide.row(c, y, lower);
          for (int x = 0, i = y * guide.width(); x < upper.length; x++, i++) {
            stepsDown[i] += (int) (Math.abs(lower[x] - upper[x]) * white + 0.5);
          }
        }
      }
    }
  }

  /** Filters rows. */
  private final class Across implements Strips.Worker {
    private final float[] plane;
    private final double[] powers;
    private final double[] guiding = new double[guide.width()];
    private final int[] steps = new int[guide.width()];
    private final double[] row = new double[guide.width()];

    Across(float[] plane, double[] powers) {
      this.plane = plane;
      this.powers = powers;
    }

    @Override
    public void compute(int from, int to) {
      for (int y = from; y < to; y++) {
        measure(y);
        int start = y * row.length;
        double value = plane[start];
        row[0] = value;
        for (int x = 1; x < row.length; x++) {
          double sample = plane[start + x];
          value = sample + powers[steps[x]] * (value - sample);
          row[x] = value;
        }
        plane[start + row.length - 1] = (float) value;
        for (int x = row.length - 2; x >= 0; x--) {
          value = row[x] + powers[steps[x + 1]] * (value - row[x]);
          plane[start + x] = (float) value;
        }
      }
    }

    private void measure(int y) {
      for (int c = 0; c < guide.channels(); c++) {
        guide.row(c, y, guiding);
        for (int x = 1; x < steps.length; x++) {
          int step = (int) (Math.abs(guiding[x] - guiding[x - 1]) * white + 0.5);
          steps[x] = c == 0 ? step : steps[x] + step;
        }
      }
    }
  }

  /** Filters columns, a strip of them at the same time. */
  private final class Down implements Strips.Worker {
    private final float[] plane;
    private final double[] powers;
    private final double[] values = new double[Strips.ROWS];

    Down(float[] plane, double[] powers) {
      this.plane = plane;
      this.powers = powers;
    }

    @Override
    public void compute(int from, int to) {
      int width = guide.width();
      int last = guide.height() - 1;
      load(from, to, 0);
      for (int y = 1; y <= last; y++) {
        filter(from, to, y * width, y * width);
      }
      load(from, to, last * width);
      for (int y = last - 1; y >= 0; y--) {
        filter(from, to, y * width, (y + 1) * width);
      }
    }

    private void load(int from, int to, int start) {
      for (int x = from; x < to; x++) {
        values[x - from] = plane[start + x];
      }
    }

    private void filter(int from, int to, int start, int startOfSteps) {
      for (int x = from; x < to; x++) {
        double sample = plane[start + x];
        double power = powers[stepsDown[startOfSteps + x]];
        double value = sample + power * (values[x - from] - sample);
        values[x - from] = value;
        plane[start + x] = (float) value;
      }
    }
  }
}
