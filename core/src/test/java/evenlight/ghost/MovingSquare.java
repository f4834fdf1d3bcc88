package evenlight.ghost;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.io.Photo;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A made-up scene in light and shade with a square somewhere, photographed with noise.
 *
 * @param height rows
 * @param width columns
 * @param bitDepth of the photographs
 */
record MovingSquare(int height, int width, int bitDepth) {
  static final int SIDE = 40;

  private static final double NOISE = 0.004;
  private static final double[] SQUARE = {0.9, 0.5, 0.2};

  /**
   * One photograph.
   *
   * @param gain of light; from 1 on the scene begins to be clipped
   * @param left where the square begins; outside of the picture there is none
   */
  Exposure exposure(String name, double gain, int top, int left) {
    Random random = new Random(name.hashCode());
    double white = (1 << bitDepth) - 1;
    float[][] planes = new float[3][height * width];
    for (int c = 0; c < planes.length; c++) {
      for (int i = 0; i < planes[c].length; i++) {
        int y = i / width;
        int x = i % width;
        double light = isSquare(y, x, top, left) ? SQUARE[c] * 0.4 : light(y, x, c);
        double shown = Math.pow(gain * light, 1 / 2.2) + NOISE * random.nextGaussian();
        planes[c][i] = (float) (Math.rint(Math.min(Math.max(shown, 0), 1) * white) / white);
      }
    }
    return new Exposure(name, new Photo(Image.of(height, width, planes), bitDepth));
  }

  private static double light(int y, int x, int channel) {
    double shade = 0.5 + 0.42 * Math.sin(x / 37.0 + 0.3 * channel) * Math.cos(y / 29.0);
    double texture = 0.8 + 0.2 * Math.sin(x * 0.9) * Math.sin(y * 0.7);
    return 0.02 + 0.7 * shade * shade * texture;
  }

  static boolean isSquare(int y, int x, int top, int left) {
    return y >= top && y < top + SIDE && x >= left && x < left + SIDE;
  }

  /** Exposures by their gains, darkest first, the square of each beginning at a column. */
  Bracket bracket(int top, double[] gains, int... lefts) {
    List<Exposure> exposures =
        IntStream.range(0, gains.length)
            .mapToObj(k -> exposure("exposure " + k, gains[k], top, lefts[k]))
            .toList();
    return Bracket.of(exposures);
  }
}
