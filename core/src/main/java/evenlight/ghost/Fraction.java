package evenlight.ghost;

import evenlight.filter.Strips;
import evenlight.image.Image;

/**
 * The size at which exposures are compared: blocks of pixels of the picture become one, so that the
 * long side is at most 1024.
 *
 * @param height rows, counting a block that is cut off
 * @param width columns, counting a block that is cut off
 * @param factor rows and columns of a block
 */
public record Fraction(int height, int width, int factor) {
  private static final int LONG_SIDE = 1024;

  /** The fraction for pictures of a size. */
  public static Fraction of(int height, int width) {
    int factor = blocks(Math.max(height, width), LONG_SIDE);
    return new Fraction(blocks(height, factor), blocks(width, factor), factor);
  }

  /** No reduction: what is reduced already. */
  Fraction ofItself() {
    return new Fraction(height, width, 1);
  }

  private static int blocks(int extent, int factor) {
    return (extent + factor - 1) / factor;
  }

  /**
   * Where the centre of a picture's row or column lies among those of the blocks.
   *
   * @param at the row or column
   * @param blocks how many rows or columns of blocks there are
   */
  public float place(int at, int blocks) {
    return Math.min(Math.max((at + 0.5f) / factor - 0.5f, 0), blocks - 1);
  }

  /** A picture reduced: each sample is the mean of its block. */
  public Image reduce(Image image, Strips strips) {
    float[][] planes = new float[image.channels()][height * width];
    strips.run(
        height,
        () -> {
          float[] row = new float[image.width()];
          return (from, to) -> {
            for (int c = 0; c < planes.length; c++) {
              for (int y = from; y < to; y++) {
                reduceRow(image, c, y, row, planes[c]);
              }
            }
          };
        });
    return Image.of(height, width, planes);
  }

  private void reduceRow(Image image, int channel, int y, float[] row, float[] plane) {
    int end = Math.min((y + 1) * factor, image.height());
    for (int i = y * factor; i < end; i++) {
      image.row(channel, i, row);
      for (int x = 0; x < width; x++) {
        int right = Math.min((x + 1) * factor, row.length);
        float sum = 0;
        for (int j = x * factor; j < right; j++) {
          sum += row[j];
        }
        plane[y * width + x] += sum / ((right - x * factor) * (end - y * factor));
      }
    }
  }
}
