package evenlight.figure;

import evenlight.image.Image8;
import evenlight.image.draw.Canvas;
import evenlight.image.draw.Ink;

/**
 * Where something lies in a picture.
 *
 * @param top first row
 * @param left first column
 * @param height rows
 * @param width columns
 */
record Rectangle(int top, int left, int height, int width) {
  /** This part of a picture. */
  Image8 cut(Image8 picture) {
    byte[][] cut = new byte[picture.channels()][height * width];
    for (int c = 0; c < cut.length; c++) {
      for (int y = 0; y < height; y++) {
        int from = (top + y) * picture.width() + left;
        System.arraycopy(picture.plane(c), from, cut[c], y * width, width);
      }
    }
    return Image8.of(height, width, cut);
  }

  /** Draws its border, inside it. */
  void outline(Canvas canvas, int thickness, Ink ink) {
    canvas.fill(top, left, thickness, width, ink);
    canvas.fill(top + height - thickness, left, thickness, width, ink);
    canvas.fill(top, left, height, thickness, ink);
    canvas.fill(top, left + width - thickness, height, thickness, ink);
  }
}
