package evenlight.figure;

import evenlight.figure.ContactSheet.Picture;
import evenlight.figure.CropPlaces.Corner;
import evenlight.filter.AreaReduction;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.draw.Canvas;
import evenlight.image.draw.Ink;
import java.util.List;
import java.util.Optional;

/**
 * A picture as a sheet shows it: the whole, under it two details enlarged, framed in both places,
 * and where it is asked for a bar divided by the shares of red, green and blue.
 */
public final class Tile {
  private static final int LONG_SIDE = 480;
  private static final int GAP = 4;
  private static final int FRAME = 2;
  private static final int BAR = 12;
  private static final Ink GROUND = Ink.grey(0.1f);
  private static final List<Ink> FRAMES =
      List.of(new Ink(0.88f, 0.13f, 0.13f), new Ink(0.13f, 0.69f, 0.88f));
  private static final List<Ink> COMPONENTS =
      List.of(
          new Ink(0.82f, 0.19f, 0.19f), new Ink(0.19f, 0.63f, 0.19f), new Ink(0.19f, 0.31f, 0.82f));

  private Tile() {}

  /**
   * The tile of a picture under its label; those of pictures of one size are of one size.
   *
   * @param places where its details are
   * @param withShares whether the shares of its components are shown and follow the label
   */
  public static Picture labelled(
      String label, Image8 picture, CropPlaces places, boolean withShares) {
    if (!withShares) {
      return new Picture(label, of(picture, places, Optional.empty()));
    }
    ColourShare share = ColourShare.of(picture);
    return new Picture(label + ": " + share.label(), of(picture, places, Optional.of(share)));
  }

  static Image of(Image8 picture, CropPlaces places, Optional<ColourShare> share) {
    Image8 small = AreaReduction.toLongSide(picture, LONG_SIDE);
    int side = Math.max((small.width() - GAP) / 2, 1);
    int bar = share.isPresent() ? GAP + BAR : 0;
    Canvas canvas = Canvas.of(small.height() + GAP + side + bar, small.width(), GROUND);
    canvas.place(Image.of(small), 0, 0);
    List<Corner> corners = List.of(places.first(), places.second());
    for (int i = 0; i < corners.size(); i++) {
      Rectangle detail =
          new Rectangle(small.height() + GAP, i * (small.width() - side), side, side);
      Image8 cut = area(picture, places, corners.get(i)).cut(picture);
      canvas.place(Image.of(scaled(cut, side)), detail.top(), detail.left());
      detail.outline(canvas, FRAME, FRAMES.get(i));
      area(small, places, corners.get(i)).outline(canvas, FRAME, FRAMES.get(i));
    }
    share.ifPresent(shown -> bar(canvas, small.height() + 2 * GAP + side, small.width(), shown));
    return canvas.image();
  }

  private static void bar(Canvas canvas, int top, int width, ColourShare share) {
    double start = 0;
    for (int c = 0; c < COMPONENTS.size(); c++) {
      double end = start + share.values().get(c);
      int left = (int) Math.rint(start * width);
      int extent = (int) Math.rint(end * width) - left;
      canvas.fill(top, left, BAR, extent, COMPONENTS.get(c));
      start = end;
    }
  }

  /** A detail in the pixels of a picture, at least one of them. */
  private static Rectangle area(Image8 picture, CropPlaces places, Corner corner) {
    int height = Math.max((int) Math.rint(places.height() * picture.height()), 1);
    int width = Math.max((int) Math.rint(places.width() * picture.width()), 1);
    int top = (int) Math.rint(corner.y() * picture.height());
    int left = (int) Math.rint(corner.x() * picture.width());
    return new Rectangle(
        Math.min(top, picture.height() - height),
        Math.min(left, picture.width() - width),
        height,
        width);
  }

  /** To a square: made smaller by area, larger by repeating pixels. */
  private static Image8 scaled(Image8 picture, int side) {
    Image8 fitting = AreaReduction.toLongSide(picture, side);
    byte[][] planes = new byte[fitting.channels()][side * side];
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < side; y++) {
        int row = y * fitting.height() / side * fitting.width();
        for (int x = 0; x < side; x++) {
          planes[c][y * side + x] = fitting.plane(c)[row + x * fitting.width() / side];
        }
      }
    }
    return Image8.of(side, side, planes);
  }
}
