package evenlight.fusion;

import evenlight.image.Image;

/** An RGB picture of 16 bits in the making, whatever the depth of what it is made of. */
final class DeepPicture {
  private static final int WHITE = 65535;

  private final int height;
  private final int width;
  private final short[][] planes;

  /** A black picture. */
  DeepPicture(int height, int width) {
    this.height = height;
    this.width = width;
    planes = new short[3][height * width];
  }

  /** Stores a row of samples in [0,1], rounded half up. */
  void set(int y, float[][] rgb) {
    for (int c = 0; c < planes.length; c++) {
      for (int x = 0; x < width; x++) {
        planes[c][y * width + x] = (short) (int) (rgb[c][x] * WHITE + 0.5f);
      }
    }
  }

  /** The picture; no row may be stored after that. */
  Image image() {
    return Image.ofShorts(height, width, planes);
  }
}
