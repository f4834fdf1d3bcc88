package evenlight.torch.training.report;

import evenlight.filter.AreaReduction;
import evenlight.image.Image;
import evenlight.image.Image8;
import evenlight.image.draw.Canvas;
import evenlight.image.draw.Ink;
import evenlight.image.draw.StrokeFont;
import evenlight.torch.training.Picture;
import evenlight.torch.training.ValidationResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The pictures of a validation on one sheet: a row for each scene with the under-exposed, the
 * over-exposed and the fused picture, its name above them, and the scores on top.
 */
final class PictureGrid {
  private static final int LONG_SIDE = 320;
  private static final int MARGIN = 10;
  private static final int LINE = 22;
  private static final double UNIT = 1.6;
  private static final Ink GROUND = Ink.grey(0.1f);
  private static final Ink INK = Ink.grey(0.86f);
  private static final List<String> HEADINGS = List.of("under", "over", "fused");

  private final List<List<Image>> rows;
  private final int cellWidth;
  private final Canvas canvas;

  private PictureGrid(ValidationResult result) {
    this.rows = result.pictures().stream().map(PictureGrid::cells).toList();
    this.cellWidth = rows.stream().mapToInt(row -> row.get(0).width()).max().orElse(LONG_SIDE);
    int height =
        rows.stream().mapToInt(row -> LINE + row.get(0).height()).reduce(0, Math::addExact);
    this.canvas =
        Canvas.of(
            Math.addExact(height, 2 * MARGIN + 2 * LINE),
            MARGIN + HEADINGS.size() * (cellWidth + MARGIN),
            GROUND);
  }

  /** The sheet, RGB; empty of pictures where the result has none. */
  static Image of(ValidationResult result) {
    PictureGrid grid = new PictureGrid(result);
    grid.write(title(result), MARGIN, MARGIN);
    for (int column = 0; column < HEADINGS.size(); column++) {
      grid.write(HEADINGS.get(column), grid.left(column), MARGIN + LINE);
    }
    int top = MARGIN + 2 * LINE;
    for (int i = 0; i < grid.rows.size(); i++) {
      List<Image> row = grid.rows.get(i);
      grid.write(result.pictures().get(i).scene(), MARGIN, top);
      for (int column = 0; column < row.size(); column++) {
        grid.canvas.place(row.get(column), top + LINE, grid.left(column));
      }
      top += LINE + row.get(0).height();
    }
    return grid.canvas.image();
  }

  private static List<Image> cells(Picture picture) {
    return List.of(cell(picture.under()), cell(picture.over()), cell(picture.fused()));
  }

  private static Image cell(Image image) {
    Image8 small = AreaReduction.toLongSide(Image8.of(image), LONG_SIDE);
    byte[][] planes = new byte[small.channels()][];
    Arrays.setAll(planes, small::plane);
    return Image.ofBytes(small.height(), small.width(), planes);
  }

  private static String title(ValidationResult result) {
    List<String> parts = new ArrayList<>();
    parts.add("step %d: loss %s".formatted(result.step(), number(result.loss())));
    for (Map.Entry<String, Double> score : result.scores().entrySet()) {
      parts.add("%s %s".formatted(score.getKey(), number(score.getValue())));
    }
    return String.join(", ", parts);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private int left(int column) {
    return MARGIN + column * (cellWidth + MARGIN);
  }

  /** Draws a line, smaller if it would run over the right margin. */
  private void write(String text, int left, int top) {
    double room = left(HEADINGS.size()) - MARGIN - left;
    double unit = Math.min(UNIT, room / (StrokeFont.width(text) + 1));
    canvas.write(text, left, top + (LINE - StrokeFont.CAPITAL * unit) / 2, unit, INK);
  }
}
