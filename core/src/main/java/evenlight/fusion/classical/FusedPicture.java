package evenlight.fusion.classical;

import evenlight.image.Image;
import evenlight.pyramid.RowSink;

/**
 * A fused picture in the making: rows are clamped to [0,1], rounded half up to the bracket's number
 * of bits, and stored.
 */
final class FusedPicture implements RowSink {
  private final int height;
  private final int width;
  private final int white;
  private final float[][] planes;

  /**
   * A black picture.
   *
   * @param bitDepth bits a sample: 8 or 16
   */
  FusedPicture(int height, int width, int bitDepth) {
    this.height = height;
    this.width = width;
    this.white = (1 << bitDepth) - 1;
    this.planes = new float[3][height * width];
  }

  @Override
  public void accept(int y, double[][] rows) {
    for (int c = 0; c < planes.length; c++) {
      round(rows[c], planes[c], y * width);
    }
  }

  private void round(double[] row, float[] plane, int from) {
    for (int x = 0; x < width; x++) {
      double level = Math.min(Math.max(row[x] * white + 0.5, 0), white);
      plane[from + x] = (int) level / (float) white;
    }
  }

  /** The picture; no row may be stored after that. */
  Image image() {
    return Image.of(height, width, planes);
  }
}
