package evenlight.figure;

import evenlight.image.Image;
import evenlight.image.draw.Canvas;
import evenlight.image.draw.Ink;
import evenlight.image.draw.StrokeFont;
import java.util.List;

/**
 * Pictures side by side on a dark ground, each with its label underneath.
 *
 * <p>They fill the rows of a grid from the left; margins and labels grow with the pictures.
 */
public final class ContactSheet {
  /**
   * One picture of a sheet.
   *
   * @param label what is written under it; letters and digits of English, {@code . , : ' - + = / (
   *     ) _ × ?} and spaces; anything else becomes a question mark
   * @param image RGB or luminance, in [0,1]
   */
  public record Picture(String label, Image image) {
    /** Checks the channels. */
    public Picture {
      if (image.channels() != 1 && image.channels() != 3) {
        throw new IllegalArgumentException(
            "a picture of a sheet must have 1 or 3 channels, but %s has %d"
                .formatted(label, image.channels()));
      }
    }
  }

  private static final Ink GROUND = Ink.grey(0.1f);
  private static final Ink INK = Ink.grey(0.86f);

  private ContactSheet() {}

  /**
   * Lays pictures out in a grid as square as possible, row by row: four make two by two.
   *
   * @param pictures at least one, all of one size
   * @return the sheet, RGB in [0,1]
   * @throws IllegalArgumentException if there are none, or two differ in size
   */
  public static Image of(List<Picture> pictures) {
    requireOneSize(pictures);
    Image first = pictures.get(0).image();
    return of(pictures, SheetLayout.square(first.height(), first.width(), pictures.size()));
  }

  static Image of(List<Picture> pictures, SheetLayout layout) {
    Canvas canvas = Canvas.of(layout.sheetHeight(), layout.sheetWidth(), GROUND);
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      canvas.place(picture.image(), layout.top(i), layout.left(i));
      write(canvas, picture.label(), layout, i);
    }
    return canvas.image();
  }

  static void requireOneSize(List<Picture> pictures) {
    if (pictures.isEmpty()) {
      throw new IllegalArgumentException("a contact sheet must have at least 1 picture, but has 0");
    }
    Picture first = pictures.get(0);
    for (Picture other : pictures) {
      if (!other.image().sameSizeAs(first.image())) {
        throw new IllegalArgumentException(
            "all pictures of a sheet must be of one size, but %s is %s and %s is %s (height×width)"
                .formatted(
                    first.label(), first.image().size(), other.label(), other.image().size()));
      }
    }
  }

  /** Draws a label centred under a picture, smaller if it is too long for it. */
  private static void write(Canvas canvas, String label, SheetLayout layout, int place) {
    double unit = layout.unitFor(label);
    double left = layout.left(place) + (layout.width() - StrokeFont.width(label) * unit) / 2;
    canvas.write(label, left, layout.labelTop(place), unit, INK);
  }
}
