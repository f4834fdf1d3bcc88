package evenlight.image.draw;

import java.util.List;

/** The pixels that a drawing may touch; none where an end is not behind its start. */
record Box(int top, int left, int bottom, int right) {
  /** Around strokes, as far as a pen reaches, within a canvas. */
  static Box around(List<Stroke> strokes, double reach, int height, int width) {
    double top = Double.POSITIVE_INFINITY;
    double left = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    for (Stroke stroke : strokes) {
      top = Math.min(top, Math.min(stroke.y0(), stroke.y1()));
      left = Math.min(left, Math.min(stroke.x0(), stroke.x1()));
      bottom = Math.max(bottom, Math.max(stroke.y0(), stroke.y1()));
      right = Math.max(right, Math.max(stroke.x0(), stroke.x1()));
    }
    return new Box(
        (int) Math.max(Math.floor(top - reach), 0),
        (int) Math.max(Math.floor(left - reach), 0),
        (int) Math.min(Math.ceil(bottom + reach), height),
        (int) Math.min(Math.ceil(right + reach), width));
  }

  boolean isEmpty() {
    return bottom <= top || right <= left;
  }

  int width() {
    return right - left;
  }

  int pixels() {
    return Math.multiplyExact(bottom - top, right - left);
  }

  /** Where a pixel lies in an array of this box's pixels. */
  int place(int y, int x) {
    return (y - top) * width() + x - left;
  }
}
