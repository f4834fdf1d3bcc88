package evenlight.bracket;

import evenlight.image.Bt601;
import evenlight.image.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates by how many stops exposures differ from their pixels.
 *
 * <p>Of two neighbours in brightness, it is the median of log2 of the ratio of their luminances
 * where both are neither nearly black nor nearly white, with samples decoded by the curve of sRGB
 * (IEC 61966-2-1). Cameras bend their curves further, so that true steps are a little larger. Where
 * neighbours have too little in common, the ratio of their means stands in.
 *
 * <p>About 65,000 places on a grid are looked at, the same in all exposures: the median also
 * survives that the exposures are not aligned.
 */
final class PixelEvs {
  private static final int GRID = 256;
  private static final double DARK = 0.06;
  private static final double BRIGHT = 0.94;

  /** The least share of all places that must be well exposed in both. */
  private static final double LEAST_SHARE = 0.01;

  /** Keeps a black exposure from having infinitely many stops less. */
  private static final double LEAST_MEAN = 1e-4;

  private PixelEvs() {}

  /** Stops of exposures from the darkest to the brightest, relative to the first; ascending. */
  static List<Double> of(List<Image> images) {
    List<Double> stops = new ArrayList<>(List.of(0.0));
    double[] darker = luminances(images.get(0));
    for (Image image : images.subList(1, images.size())) {
      double[] brighter = luminances(image);
      double step = Math.max(0, step(darker, brighter));
      stops.add(stops.get(stops.size() - 1) + step);
      darker = brighter;
    }
    return stops;
  }

  private static double step(double[] darker, double[] brighter) {
    double[] ratios = new double[darker.length];
    int count = 0;
    for (int i = 0; i < ratios.length; i++) {
      if (isWellExposed(darker[i]) && isWellExposed(brighter[i])) {
        ratios[count++] = log2(linear(brighter[i]) / linear(darker[i]));
      }
    }
    if (count < Math.max(1, LEAST_SHARE * ratios.length)) {
      return log2(linearMean(brighter) / linearMean(darker));
    }
    Arrays.sort(ratios, 0, count);
    return ratios[count / 2];
  }

  private static boolean isWellExposed(double sample) {
    return sample > DARK && sample < BRIGHT;
  }

  private static double linearMean(double[] samples) {
    return Math.max(LEAST_MEAN, Arrays.stream(samples).map(PixelEvs::linear).average().orElse(0));
  }

  private static double linear(double sample) {
    return sample <= 0.04045 ? sample / 12.92 : Math.pow((sample + 0.055) / 1.055, 2.4);
  }

  private static double log2(double ratio) {
    return Math.log(ratio) / Math.log(2);
  }

  /** Luminance in [0,1] on a grid. */
  private static double[] luminances(Image rgb) {
    int rowStep = (rgb.height() + GRID - 1) / GRID;
    int columnStep = (rgb.width() + GRID - 1) / GRID;
    int rows = (rgb.height() + rowStep - 1) / rowStep;
    int columns = (rgb.width() + columnStep - 1) / columnStep;
    double[] samples = new double[rows * columns];
    for (int i = 0; i < samples.length; i++) {
      int y = i / columns * rowStep;
      int x = i % columns * columnStep;
      samples[i] = Bt601.luma(rgb.at(0, y, x), rgb.at(1, y, x), rgb.at(2, y, x));
    }
    return samples;
  }
}
