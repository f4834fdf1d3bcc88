package evenlight.torch.ablation;

import evenlight.image.Image;
import evenlight.image.Image8;
import java.util.Arrays;

/** A picture in the making: other pictures are laid onto a dark ground. */
final class Canvas {
  private static final int GROUND = 26;
  private static final int CHANNELS = 3;

  private final int height;
  private final int width;
  private final byte[][] planes;

  Canvas(int height, int width) {
    this.height = height;
    this.width = width;
    planes = new byte[CHANNELS][Math.multiplyExact(height, width)];
    for (byte[] plane : planes) {
      Arrays.fill(plane, (byte) GROUND);
    }
  }

  /** Lays an RGB picture onto it, which must fit there. */
  void paste(Image8 picture, int top, int left) {
    for (int c = 0; c < CHANNELS; c++) {
      for (int y = 0; y < picture.height(); y++) {
        System.arraycopy(
            picture.plane(c),
            y * picture.width(),
            planes[c],
            (top + y) * width + left,
            picture.width());
      }
    }
  }

  /** Fills a rectangle, as far as it lies on the canvas. */
  void fill(Rectangle area, int rgb) {
    int right = Math.min(area.left() + area.width(), width);
    for (int y = Math.max(area.top(), 0); y < Math.min(area.top() + area.height(), height); y++) {
      for (int c = 0; c < CHANNELS; c++) {
        byte value = (byte) (rgb >> (8 * (CHANNELS - 1 - c)));
        Arrays.fill(planes[c], y * width + Math.max(area.left(), 0), y * width + right, value);
      }
    }
  }

  /** Draws the border of a rectangle inside it. */
  void outline(Rectangle area, int thickness, int rgb) {
    int bottom = area.top() + area.height() - thickness;
    int right = area.left() + area.width() - thickness;
    fill(new Rectangle(area.top(), area.left(), thickness, area.width()), rgb);
    fill(new Rectangle(bottom, area.left(), thickness, area.width()), rgb);
    fill(new Rectangle(area.top(), area.left(), area.height(), thickness), rgb);
    fill(new Rectangle(area.top(), right, area.height(), thickness), rgb);
  }

  Image image() {
    return Image.ofBytes(height, width, planes);
  }

  /**
   * Where something lies.
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
  }
}
