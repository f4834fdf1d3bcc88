package evenlight.fusion.classical;

import evenlight.image.Image;
import java.util.Arrays;

/**
 * The dense SIFT descriptors of a picture, 2×2 bins of 8 orientations around each pixel, row by
 * row; for one thread.
 *
 * <p>The entries are those of {@link SiftContrast}. A descriptor longer than 1 is brought to length
 * 1, its entries are cut at 0.2, and it is brought to length 1 once more.
 */
final class SiftDescriptors {
  /** Entries of a descriptor. */
  static final int ENTRIES = 32;

  private static final int ORIENTATIONS = 8;
  private static final int DISTANCE = 4;
  private static final double CUT = 0.2;
  private static final double[] WINDOW = SiftContrast.window();
  // The window begins so far before a place and ends one further behind it.
  private static final int BEFORE = 7;
  private static final int BINS_APART = 2 * DISTANCE + 1;
  private static final int PADDING = BEFORE + DISTANCE;

  private final SiftGradient gradient;
  private final int width;
  private final double[] map;
  private final double[][][] maps;
  private final double[][][] bins;
  private int enteringMap;
  private int enteringBin;

  SiftDescriptors(Image image, double greatestGrey) {
    gradient = new SiftGradient(image, greatestGrey);
    width = image.width();
    map = new double[width + 2 * DISTANCE + WINDOW.length - 1];
    maps = new double[WINDOW.length][ORIENTATIONS][width + 2 * DISTANCE];
    bins = new double[BINS_APART][ORIENTATIONS][width + 2 * DISTANCE];
  }

  /** Goes to a row of the picture, which {@link #next} computes first. */
  void restart(int row) {
    enteringBin = row - DISTANCE;
    enteringMap = enteringBin - BEFORE;
    gradient.restart(enteringMap);
    for (int i = 1; i < WINDOW.length; i++) {
      enterMaps();
    }
    for (int i = 1; i < BINS_APART; i++) {
      enterBins();
    }
  }

  private void enterMaps() {
    gradient.next();
    double[][] rows = maps[Math.floorMod(enteringMap, WINDOW.length)];
    for (int k = 0; k < ORIENTATIONS; k++) {
      double angle = 2 * Math.PI * k / ORIENTATIONS;
      orientation(Math.cos(angle), Math.sin(angle));
      Arrays.fill(rows[k], 0);
      for (int i = 0; i < WINDOW.length; i++) {
        double tap = WINDOW[WINDOW.length - 1 - i];
        for (int x = 0; x < rows[k].length; x++) {
          rows[k][x] += tap * map[x + i];
        }
      }
    }
    enteringMap++;
  }

  private void orientation(double cosine, double sine) {
    double[] across = gradient.across();
    double[] down = gradient.down();
    int start = PADDING - SiftGradient.REACH;
    for (int x = 0; x < across.length; x++) {
      double along = Math.max(across[x] * cosine + down[x] * sine, 0);
      double length = Math.sqrt(across[x] * across[x] + down[x] * down[x]);
      double ratio = along > 0 ? along / length : 0;
      double cube = ratio * ratio * ratio;
      map[start + x] = length * cube * cube * cube;
    }
  }

  private void enterBins() {
    enterMaps();
    double[][] rows = bins[Math.floorMod(enteringBin, BINS_APART)];
    for (int k = 0; k < ORIENTATIONS; k++) {
      Arrays.fill(rows[k], 0);
      for (int i = 0; i < WINDOW.length; i++) {
        double tap = WINDOW[WINDOW.length - 1 - i];
        double[] row = maps[Math.floorMod(enteringMap + i, WINDOW.length)][k];
        for (int x = 0; x < row.length; x++) {
          rows[k][x] += tap * row[x];
        }
      }
    }
    enteringBin++;
  }

  /**
   * Computes the next row.
   *
   * @param descriptors receives 32 entries for each pixel, one pixel after another
   * @param contrast receives the sums of the entries before they were normalised
   */
  void next(double[] descriptors, double[] contrast) {
    enterBins();
    double[][] upper = bins[Math.floorMod(enteringBin, BINS_APART)];
    double[][] lower = bins[Math.floorMod(enteringBin - 1, BINS_APART)];
    for (int x = 0; x < width; x++) {
      int entry = x * ENTRIES;
      for (int k = 0; k < ORIENTATIONS; k++) {
        descriptors[entry++] = upper[k][x];
        descriptors[entry++] = upper[k][x + 2 * DISTANCE];
        descriptors[entry++] = lower[k][x];
        descriptors[entry++] = lower[k][x + 2 * DISTANCE];
      }
      contrast[x] = sum(descriptors, x * ENTRIES);
      normalise(descriptors, x * ENTRIES);
    }
  }

  private static double sum(double[] entries, int start) {
    double sum = 0;
    for (int i = start; i < start + ENTRIES; i++) {
      sum += entries[i];
    }
    return sum;
  }

  /** Brings a descriptor that is longer than 1 to length 1, without large entries. */
  static void normalise(double[] entries, int start) {
    double length = length(entries, start);
    if (length > 1) {
      for (int i = start; i < start + ENTRIES; i++) {
        entries[i] = Math.min(entries[i] / length, CUT);
      }
      double rest = length(entries, start);
      for (int i = start; i < start + ENTRIES; i++) {
        entries[i] /= rest;
      }
    }
  }

  private static double length(double[] entries, int start) {
    double squares = 0;
    for (int i = start; i < start + ENTRIES; i++) {
      squares += entries[i] * entries[i];
    }
    return Math.sqrt(squares);
  }
}
