package evenlight.image.draw;

import evenlight.image.Image;
import java.util.Arrays;
import java.util.List;

/** An RGB picture to put other pictures, lines and letters on. */
public final class Canvas {
  private static final int CHANNELS = 3;

  private final int height;
  private final int width;
  private final float[][] planes;

  private Canvas(int height, int width) {
    this.height = height;
    this.width = width;
    this.planes = new float[CHANNELS][Math.multiplyExact(height, width)];
  }

  /** A canvas of one colour. */
  public static Canvas of(int height, int width, Ink ground) {
    Canvas canvas = new Canvas(height, width);
    for (int c = 0; c < CHANNELS; c++) {
      Arrays.fill(canvas.planes[c], ground.channel(c));
    }
    return canvas;
  }

  /**
   * Puts a picture of one or three channels on the canvas.
   *
   * @param top where its first row goes
   * @param left where its first column goes
   * @throws IllegalArgumentException if it does not lie on the canvas as a whole
   */
  public void place(Image picture, int top, int left) {
    if (top < 0 || left < 0 || picture.height() > height - top || picture.width() > width - left) {
      throw new IllegalArgumentException(
          "a picture must lie on the %d×%d canvas, but is %s at row %d, column %d"
              .formatted(height, width, picture.size(), top, left));
    }
    for (int c = 0; c < CHANNELS; c++) {
      float[] plane = picture.plane(Math.min(c, picture.channels() - 1));
      for (int y = 0; y < picture.height(); y++) {
        System.arraycopy(
            plane, y * picture.width(), planes[c], (top + y) * width + left, picture.width());
      }
    }
  }

  /** Fills a rectangle, as far as it lies on the canvas. */
  public void fill(int top, int left, int rows, int columns, Ink ink) {
    int right = Math.min(left + columns, width);
    for (int y = Math.max(top, 0); y < Math.min(top + rows, height); y++) {
      for (int c = 0; c < CHANNELS && left < right; c++) {
        Arrays.fill(planes[c], y * width + Math.max(left, 0), y * width + right, ink.channel(c));
      }
    }
  }

  /**
   * Draws a line of text with {@link StrokeFont}.
   *
   * @param left where its first letter begins
   * @param top of its capitals
   * @param unit pixels that a unit of the font takes
   */
  public void write(String text, double left, double top, double unit, Ink ink) {
    List<Stroke> strokes =
        StrokeFont.strokes(text).stream().map(stroke -> stroke.placed(unit, left, top)).toList();
    draw(strokes, StrokeFont.PEN * unit, ink);
  }

  /**
   * Draws strokes with a round pen; where they cross, the ink is no thicker. What lies beyond the
   * canvas is cut off.
   *
   * @param strokes in pixels from the upper left corner of the canvas
   * @param radius of the pen in pixels
   */
  public void draw(List<Stroke> strokes, double radius, Ink ink) {
    Box all = Box.around(strokes, radius + 1, height, width);
    if (all.isEmpty()) {
      return;
    }
    double[] coverage = new double[all.pixels()];
    for (Stroke stroke : strokes) {
      cover(stroke, radius, all, coverage);
    }
    blend(all, coverage, ink);
  }

  private void cover(Stroke stroke, double radius, Box all, double[] coverage) {
    Box own = Box.around(List.of(stroke), radius + 1, height, width);
    for (int y = own.top(); y < own.bottom(); y++) {
      for (int x = own.left(); x < own.right(); x++) {
        double share = radius - stroke.distance(x + 0.5, y + 0.5) + 0.5;
        int place = all.place(y, x);
        coverage[place] = Math.max(coverage[place], Math.min(share, 1));
      }
    }
  }

  private void blend(Box box, double[] coverage, Ink ink) {
    for (int c = 0; c < CHANNELS; c++) {
      float full = ink.channel(c);
      for (int y = box.top(); y < box.bottom(); y++) {
        for (int x = box.left(); x < box.right(); x++) {
          float ground = planes[c][y * width + x];
          planes[c][y * width + x] = (float) (ground + coverage[box.place(y, x)] * (full - ground));
        }
      }
    }
  }

  /** What is on the canvas now. */
  public Image image() {
    return Image.of(height, width, planes[0].clone(), planes[1].clone(), planes[2].clone());
  }
}
