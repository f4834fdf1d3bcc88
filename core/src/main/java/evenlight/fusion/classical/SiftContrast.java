package evenlight.fusion.classical;

import evenlight.image.Image;
import java.util.Arrays;

/**
 * Local contrast by dense SIFT: at each pixel the sum of the 32 entries of its descriptor before
 * they are normalised; row by row, for one thread.
 *
 * <pre>
 * m_k(p) = |∇| max(0, cos(θ - 2πk/8))^9,  k = 0 .. 7        gradient maps, {@link SiftGradient}
 * b_k    = m_k * w ⊗ w,   w(i) = max(0, 1 - |i - 7.5| / 8), i = 1 .. 16, centred behind i = 8
 * C(y,x) = Σ_k b_k(y-4, x-4) + b_k(y-4, x+4) + b_k(y+4, x-4) + b_k(y+4, x+4)
 * </pre>
 *
 * <p>As all of this is linear in the maps, they are added up before they are filtered, and the four
 * bins are one filter with 24 taps each way. The ninth powers of the cosines of opposite maps add
 * up to that of an absolute value: Σ_k m_k = Σ |g·e|^9 / |g|^8 over the directions e at 0°, 45°,
 * 90° and 135°.
 */
final class SiftContrast {
  private static final int BIN = 8;
  private static final int DISTANCE = 4;
  // A bin's window is centred here; its first tap lies so far behind a place.
  private static final int CENTRE = 8;
  private static final double[] TAPS = taps();
  private static final int BEFORE = TAPS.length - 1 - CENTRE - DISTANCE;
  private static final int PADDING = BEFORE;

  private final SiftGradient gradient;
  private final double[] strength;
  private final double[][] ring;
  private int entering;

  SiftContrast(Image image, double greatestGrey) {
    gradient = new SiftGradient(image, greatestGrey);
    strength = new double[image.width() + TAPS.length - 1];
    ring = new double[TAPS.length][image.width()];
  }

  /** One axis of the window of a descriptor's bin, first tap first. */
  static double[] window() {
    double[] window = new double[2 * BIN];
    Arrays.setAll(window, i -> Math.max(0, 1 - Math.abs(i + 1 - (BIN - 0.5)) / BIN));
    return window;
  }

  /** Two windows, one for the bins on each side; in the order in which samples come. */
  private static double[] taps() {
    double[] window = window();
    double[] taps = new double[window.length + 2 * DISTANCE];
    for (int i = 0; i < window.length; i++) {
      int reversed = window.length - 1 - i;
      taps[reversed] += window[i];
      taps[reversed + 2 * DISTANCE] += window[i];
    }
    return taps;
  }

  /** Goes to a row of the picture, which {@link #next} computes first. */
  void restart(int row) {
    entering = row - BEFORE;
    gradient.restart(entering);
    for (int i = 1; i < TAPS.length; i++) {
      enter();
    }
  }

  private void enter() {
    gradient.next();
    addOrientations(gradient.across(), gradient.down(), strength, PADDING - SiftGradient.REACH);
    double[] row = ring[Math.floorMod(entering, TAPS.length)];
    Arrays.fill(row, 0);
    for (int i = 0; i < TAPS.length; i++) {
      double tap = TAPS[i];
      for (int x = 0; x < row.length; x++) {
        row[x] += tap * strength[x + i];
      }
    }
    entering++;
  }

  /** The sum of all gradient maps. */
  static void addOrientations(double[] across, double[] down, double[] sums, int start) {
    for (int x = 0; x < across.length; x++) {
      double gx = across[x];
      double gy = down[x];
      double square = gx * gx + gy * gy;
      double power = square * square;
      sums[start + x] =
          square == 0
              ? 0
              : (ninth(gx)
                      + ninth(gy)
                      + ninth((gx + gy) * Math.sqrt(0.5))
                      + ninth((gx - gy) * Math.sqrt(0.5)))
                  / (power * power);
    }
  }

  private static double ninth(double value) {
    double square = value * value;
    double fourth = square * square;
    return fourth * fourth * Math.abs(value);
  }

  /** Computes the contrast along the next row. */
  void next(double[] contrast) {
    enter();
    Arrays.fill(contrast, 0);
    for (int i = 0; i < TAPS.length; i++) {
      double[] row = ring[Math.floorMod(entering + i, TAPS.length)];
      double tap = TAPS[i];
      for (int x = 0; x < contrast.length; x++) {
        contrast[x] += tap * row[x];
      }
    }
  }
}
