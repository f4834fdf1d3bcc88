package evenlight.demo;

import evenlight.image.Image;
import evenlight.image.draw.Canvas;
import evenlight.image.draw.Ink;
import evenlight.image.draw.StrokeFont;
import java.util.List;

/**
 * Pictures side by side on a dark ground, each with its label underneath.
 *
 * <p>They fill the rows of a grid that is as square as possible, from the left; margins and labels
 * grow with the pictures.
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

  /** Margin and height of capitals as shares of the shorter side of a picture. */
  private static final double MARGIN_SHARE = 0.045;

  private static final double CAPITAL_SHARE = 0.034;
  private static final int LEAST_MARGIN = 6;
  private static final double LEAST_CAPITAL = 6;

  private final int columns;
  private final int height;
  private final int width;
  private final int margin;
  private final double unit;
  private final int caption;
  private final Canvas canvas;

  private ContactSheet(Image first, int count) {
    this.columns = (int) Math.ceil(Math.sqrt(count));
    this.height = first.height();
    this.width = first.width();
    int side = Math.min(height, width);
    this.margin = Math.max((int) Math.rint(side * MARGIN_SHARE), LEAST_MARGIN);
    this.unit = Math.max(side * CAPITAL_SHARE, LEAST_CAPITAL) / StrokeFont.CAPITAL;
    this.caption = (int) Math.ceil(unit * (StrokeFont.CAPITAL + StrokeFont.DESCENDER)) + margin / 2;
    int rows = (count + columns - 1) / columns;
    int sheetHeight = Math.addExact(margin, Math.multiplyExact(rows, height + caption + margin));
    int sheetWidth = Math.addExact(margin, Math.multiplyExact(columns, width + margin));
    this.canvas = Canvas.of(sheetHeight, sheetWidth, GROUND);
  }

  /**
   * Lays pictures out, row by row: four make a square of two by two.
   *
   * @param pictures at least one, all of one size
   * @return the sheet, RGB in [0,1]
   * @throws IllegalArgumentException if there are none, or two differ in size
   */
  public static Image of(List<Picture> pictures) {
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
    ContactSheet sheet = new ContactSheet(first.image(), pictures.size());
    for (int i = 0; i < pictures.size(); i++) {
      sheet.place(pictures.get(i), i);
    }
    return sheet.canvas.image();
  }

  private void place(Picture picture, int place) {
    int top = margin + place / columns * (height + caption + margin);
    int left = margin + place % columns * (width + margin);
    canvas.place(picture.image(), top, left);
    write(picture.label(), top + height, left);
  }

  /** Draws a label centred under a picture, smaller if it is too long for it. */
  private void write(String label, int top, int left) {
    double extent = StrokeFont.width(label);
    double scale = Math.min(unit, width / (extent + 2 * StrokeFont.PEN));
    canvas.write(label, left + (width - extent * scale) / 2, top + margin / 2.0, scale, INK);
  }
}
