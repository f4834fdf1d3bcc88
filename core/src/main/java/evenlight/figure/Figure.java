package evenlight.figure;

import evenlight.figure.ContactSheet.Picture;
import evenlight.image.Image;
import evenlight.image.Image8;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Labelled pictures in rows, as a raster image, or as SVG, in which labels stay letters and the
 * pictures lie in their own pixels.
 *
 * @param name of the files that it becomes
 * @param caption what it shows
 * @param columns pictures in a row
 * @param pictures all of one size; at least one
 */
public record Figure(String name, String caption, int columns, List<Picture> pictures) {
  /** Height of letters in margins. */
  private static final double LETTERS = 0.9;

  /** Checks the number and the sizes of the pictures. */
  public Figure {
    pictures = List.copyOf(pictures);
    ContactSheet.requireOneSize(pictures);
    if (columns < 1) {
      throw new IllegalArgumentException(
          "a figure must have at least 1 column, but %s has %d".formatted(name, columns));
    }
  }

  /** As pixels, RGB in [0,1]. */
  public Image image() {
    return ContactSheet.of(pictures, layout());
  }

  /**
   * As SVG that needs nothing but itself.
   *
   * @param png encodes a picture
   */
  public String svg(Function<Image8, byte[]> png) {
    SheetLayout layout = layout();
    StringBuilder svg = new StringBuilder();
    svg.append(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
                .formatted(layout.sheetWidth(), layout.sheetHeight()))
        .append(
            " viewBox=\"0 0 %d %d\" role=\"img\">\n"
                .formatted(layout.sheetWidth(), layout.sheetHeight()))
        .append("<title>")
        .append(escaped(caption))
        .append("</title>\n");
    for (int i = 0; i < pictures.size(); i++) {
      append(svg, layout, i, png);
    }
    return svg.append("</svg>\n").toString();
  }

  private SheetLayout layout() {
    Image first = pictures.get(0).image();
    return SheetLayout.of(first.height(), first.width(), pictures.size(), columns);
  }

  private void append(
      StringBuilder svg, SheetLayout layout, int place, Function<Image8, byte[]> png) {
    Picture picture = pictures.get(place);
    String data = Base64.getEncoder().encodeToString(png.apply(Image8.of(picture.image())));
    svg.append(
            "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\""
                .formatted(layout.left(place), layout.top(place), layout.width(), layout.height()))
        .append(" href=\"data:image/png;base64,")
        .append(data)
        .append("\"/>\n");
    int size = (int) Math.ceil(layout.margin() * LETTERS);
    int middle = layout.left(place) + layout.width() / 2;
    int base = (int) Math.ceil(layout.labelTop(place)) + layout.margin() / 2;
    svg.append(
            "<text x=\"%d\" y=\"%d\" font-family=\"sans-serif\" font-size=\"%d\""
                .formatted(middle, base, size))
        .append(" text-anchor=\"middle\">")
        .append(escaped(picture.label()))
        .append("</text>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
