package evenlight.figure;

import evenlight.image.Image8;
import java.util.List;
import java.util.Locale;

/**
 * The share that each colour component has in a picture: its sum over the sum of all three.
 *
 * @param red share in [0,1]
 * @param green share in [0,1]
 * @param blue share in [0,1]; the three add up to 1
 */
public record ColourShare(double red, double green, double blue) {
  /** Of an RGB picture; of a black one a third each. */
  public static ColourShare of(Image8 picture) {
    long[] sums = new long[3];
    for (int c = 0; c < sums.length; c++) {
      for (int i = 0; i < picture.pixels(); i++) {
        sums[c] += picture.at(c, i);
      }
    }
    double all = sums[0] + sums[1] + sums[2];
    return all == 0
        ? new ColourShare(1 / 3.0, 1 / 3.0, 1 / 3.0)
        : new ColourShare(sums[0] / all, sums[1] / all, sums[2] / all);
  }

  /** Red, green and blue. */
  public List<Double> values() {
    return List.of(red, green, blue);
  }

  /** The sum of the absolute differences: 0 for equal shares, at most 2. */
  public double distance(ColourShare other) {
    return Math.abs(red - other.red) + Math.abs(green - other.green) + Math.abs(blue - other.blue);
  }

  /** In letters that a contact sheet can write. */
  public String label() {
    return String.format(Locale.ROOT, "R %.3f G %.3f B %.3f", red, green, blue);
  }
}
