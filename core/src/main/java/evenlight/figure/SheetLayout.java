package evenlight.figure;

import evenlight.image.draw.StrokeFont;

/**
 * Where equally large pictures lie on a sheet: in the rows of a grid, from the left, each with a
 * line for its label underneath. Margins and labels grow with the pictures.
 *
 * @param columns of the grid
 * @param rows of the grid
 * @param height of a picture
 * @param width of a picture
 * @param margin around each
 * @param unit pixels that a unit of the font takes
 * @param caption rows of pixels for a label
 */
record SheetLayout(
    int columns, int rows, int height, int width, int margin, double unit, int caption) {
  /** Margin and height of capitals as shares of the shorter side of a picture. */
  private static final double MARGIN_SHARE = 0.045;

  private static final double CAPITAL_SHARE = 0.034;
  private static final int LEAST_MARGIN = 6;
  private static final double LEAST_CAPITAL = 6;

  /** A grid as square as possible. */
  static SheetLayout square(int height, int width, int count) {
    return of(height, width, count, (int) Math.ceil(Math.sqrt(count)));
  }

  /** A grid with so many columns. */
  static SheetLayout of(int height, int width, int count, int columns) {
    int side = Math.min(height, width);
    int margin = Math.max((int) Math.rint(side * MARGIN_SHARE), LEAST_MARGIN);
    double unit = Math.max(side * CAPITAL_SHARE, LEAST_CAPITAL) / StrokeFont.CAPITAL;
    int caption = (int) Math.ceil(unit * (StrokeFont.CAPITAL + StrokeFont.DESCENDER)) + margin / 2;
    int rows = (count + columns - 1) / columns;
    return new SheetLayout(columns, rows, height, width, margin, unit, caption);
  }

  /** Rows of pixels. */
  int sheetHeight() {
    return Math.addExact(margin, Math.multiplyExact(rows, height + caption + margin));
  }

  /** Columns of pixels. */
  int sheetWidth() {
    return Math.addExact(margin, Math.multiplyExact(columns, width + margin));
  }

  /** First row of a picture. */
  int top(int place) {
    return margin + place / columns * (height + caption + margin);
  }

  /** First column of a picture. */
  int left(int place) {
    return margin + place % columns * (width + margin);
  }

  /** Pixels of a unit of the font so that a label fits under its picture. */
  double unitFor(String label) {
    return Math.min(unit, width / (StrokeFont.width(label) + 2 * StrokeFont.PEN));
  }

  /** First row of the capitals of a label, under its picture. */
  double labelTop(int place) {
    return top(place) + height + margin / 2.0;
  }
}
