package evenlight.image.io;

import evenlight.image.metadata.Orientation;

/**
 * Where the pixels of a stored picture go so that it is seen upright: pixel (y, x) goes to the
 * place {@code origin + y * rowStep + x * columnStep} of a plane.
 *
 * @param height rows of the upright picture
 * @param width columns of the upright picture
 * @param origin the place of the first pixel
 * @param rowStep from a stored row to the next
 * @param columnStep from a stored column to the next
 */
record Placing(int height, int width, int origin, int rowStep, int columnStep) {
  /** The places of the pixels of a stored picture of this size. */
  static Placing of(Orientation orientation, int height, int width) {
    int last = Math.multiplyExact(height, width) - 1;
    return switch (orientation) {
      case UPRIGHT -> new Placing(height, width, 0, width, 1);
      case MIRRORED -> new Placing(height, width, width - 1, width, -1);
      case UPSIDE_DOWN -> new Placing(height, width, last, -width, -1);
      case FLIPPED -> new Placing(height, width, last - width + 1, -width, 1);
      case TRANSPOSED -> new Placing(width, height, 0, 1, height);
      case TURN_RIGHT -> new Placing(width, height, height - 1, -1, height);
      case TRANSVERSED -> new Placing(width, height, last, -1, -height);
      case TURN_LEFT -> new Placing(width, height, last - height + 1, 1, -height);
    };
  }

  /** The place of the first pixel of a stored row. */
  int row(int y) {
    return origin + y * rowStep;
  }

  /** Samples of a plane. */
  int pixels() {
    return height * width;
  }
}
