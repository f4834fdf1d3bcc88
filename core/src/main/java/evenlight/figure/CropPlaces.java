package evenlight.figure;

import evenlight.filter.AreaReduction;
import evenlight.filter.Plane;
import evenlight.image.Image8;
import java.util.List;

/**
 * Where the two enlarged details of a scene start.
 *
 * <p>The first is where the pictures disagree most in detail: the window with the greatest sum of
 * the variance, over the pictures, of grey less its mean nearby. (Grey alone would lead to the flat
 * sky, which every method makes differently bright.) The second is the greatest one of those whose
 * centre is at least a third of the diagonal away. Both are searched on small copies.
 *
 * @param height of a detail as share of the picture's height
 * @param width of a detail as share of the picture's width
 * @param first upper left corner of the first one
 * @param second upper left corner of the second one
 */
public record CropPlaces(double height, double width, Corner first, Corner second) {
  private static final int LONG_SIDE = 256;
  private static final double SHARE_OF_LONG_SIDE = 1 / 7.0;
  private static final int RADIUS = 4;
  private static final double DISTANCE = 1 / 3.0;

  /**
   * A corner as shares of the picture's height and width.
   *
   * @param y from the top
   * @param x from the left
   */
  public record Corner(double y, double x) {}

  /** Of one picture or more, all of one size. */
  public static CropPlaces of(List<Image8> pictures) {
    List<Image8> small =
        pictures.stream().map(image -> AreaReduction.toLongSide(image.grey(), LONG_SIDE)).toList();
    int height = small.get(0).height();
    int width = small.get(0).width();
    int longest = Math.max(height, width);
    int side = Math.max((int) Math.rint(longest * SHARE_OF_LONG_SIDE), 1);
    int rows = Math.max(height - side, 0) + 1;
    int columns = Math.max(width - side, 0) + 1;
    double[] sums = sums(variances(small), height, width);
    double[] windows = new double[rows * columns];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int bottom = Math.min(y + side, height);
        int right = Math.min(x + side, width);
        windows[y * columns + x] = window(sums, width + 1, y, x, bottom, right);
      }
    }
    int first = greatest(windows, columns, -1, 0);
    int second = greatest(windows, columns, first, DISTANCE * Math.hypot(height, width));
    return new CropPlaces(
        Math.min((double) side / height, 1),
        Math.min((double) side / width, 1),
        corner(first, columns, height, width),
        corner(second, columns, height, width));
  }

  private static Corner corner(int place, int columns, int height, int width) {
    int y = place / columns;
    int x = place % columns;
    return new Corner((double) y / height, (double) x / width);
  }

  private static double[] variances(List<Image8> pictures) {
    List<double[]> details = pictures.stream().map(CropPlaces::detail).toList();
    double[] variances = new double[pictures.get(0).pixels()];
    for (int i = 0; i < variances.length; i++) {
      double sum = 0;
      double squares = 0;
      for (double[] detail : details) {
        sum += detail[i];
        squares += detail[i] * detail[i];
      }
      double mean = sum / details.size();
      variances[i] = squares / details.size() - mean * mean;
    }
    return variances;
  }

  /** Samples less the mean of the square around them, as far as it lies in the picture. */
  private static double[] detail(Image8 picture) {
    int height = picture.height();
    int width = picture.width();
    double[] detail = Plane.of(picture, 0).samples();
    double[] sums = sums(detail, height, width);
    for (int y = 0; y < height; y++) {
      int top = Math.max(y - RADIUS, 0);
      int bottom = Math.min(y + RADIUS + 1, height);
      for (int x = 0; x < width; x++) {
        int left = Math.max(x - RADIUS, 0);
        int right = Math.min(x + RADIUS + 1, width);
        double sum = window(sums, width + 1, top, left, bottom, right);
        detail[y * width + x] -= sum / ((bottom - top) * (right - left));
      }
    }
    return detail;
  }

  /** Sums of all samples above and to the left, with a row and a column of zeros before them. */
  private static double[] sums(double[] samples, int height, int width) {
    double[] sums = new double[(height + 1) * (width + 1)];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        row += samples[y * width + x];
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    return sums;
  }

  private static double window(
      double[] sums, int stride, int top, int left, int bottom, int right) {
    return sums[bottom * stride + right]
        - sums[top * stride + right]
        - sums[bottom * stride + left]
        + sums[top * stride + left];
  }

  /** The place of the greatest window at a distance from another; the farthest if none is. */
  private static int greatest(double[] windows, int columns, int other, double distance) {
    int best = -1;
    int farthest = Math.max(other, 0);
    for (int i = 0; i < windows.length; i++) {
      if (other < 0 || apart(i, other, columns) >= distance) {
        best = best < 0 || windows[i] > windows[best] ? i : best;
      }
      farthest = apart(i, other, columns) > apart(farthest, other, columns) ? i : farthest;
    }
    return best < 0 ? farthest : best;
  }

  private static double apart(int place, int other, int columns) {
    int down = place / columns - other / columns;
    int across = place % columns - other % columns;
    return Math.hypot((double) down, across);
  }
}
