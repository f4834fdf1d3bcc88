package evenlight.fusion.classical;

import evenlight.image.Image;
import java.util.Arrays;
import java.util.List;

/** What dense SIFT says of some images, row by row; for one thread. */
interface DescriptorRows {
  /** Goes to the rows from {@code from} to {@code to - 1} of the picture. */
  void restart(int from, int to);

  /**
   * Computes the next row.
   *
   * @param contrasts receives the contrast of each image, 0 or more
   * @param consistencies receives how far the others agree with each image
   */
  void next(double[][] contrasts, double[][] consistencies);

  /** Contrast alone, for scenes in which nothing moves: everything is consistent. */
  static DescriptorRows ofStaticScene(List<Image> images, double[] greatestGreys) {
    SiftContrast[] rows = new SiftContrast[images.size()];
    Arrays.setAll(rows, k -> new SiftContrast(images.get(k), greatestGreys[k]));
    return new DescriptorRows() {
      @Override
      public void restart(int from, int to) {
        for (SiftContrast row : rows) {
          row.restart(from);
        }
      }

      @Override
      public void next(double[][] contrasts, double[][] consistencies) {
        for (int k = 0; k < rows.length; k++) {
          rows[k].next(contrasts[k]);
          Arrays.fill(consistencies[k], 1);
        }
      }
    };
  }
}
