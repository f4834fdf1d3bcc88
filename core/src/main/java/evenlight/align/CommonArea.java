package evenlight.align;

import java.util.Arrays;
import java.util.List;

/**
 * The largest rectangle that every frame covers.
 *
 * <p>What a frame covers is convex, and so is what all cover. Each row of the reference has there
 * one run of columns; a rectangle fits if it lies within the runs of its first and its last row, as
 * those between are no narrower on either side.
 */
final class CommonArea {
  private static final int MOST_ROWS = 4096;

  /** How far a place may lie beside a frame's outermost pixels, as shifts are never quite whole. */
  private static final double SLACK = 0.05;

  private final int height;
  private final int width;
  private final int[] left;
  private final int[] right;

  private CommonArea(int height, int width) {
    this.height = height;
    this.width = width;
    left = new int[height];
    right = new int[height];
    Arrays.fill(right, width - 1);
  }

  /**
   * The rectangle, in pixels of the reference.
   *
   * @param toReference where the frames, all of the reference's size, lie
   * @throws IllegalArgumentException if there is none
   */
  static Area of(int height, int width, List<Transform> toReference) {
    CommonArea area = new CommonArea(height, width);
    toReference.forEach(transform -> area.restrict(transform.inverse()));
    return area.largest();
  }

  /** Narrows the runs to what a frame covers: a place is mapped and must lie within the frame. */
  private void restrict(Transform toFrame) {
    double lastX = width - 1.0;
    double lastY = height - 1.0;
    for (int y = 0; y < height; y++) {
      // each border is a line: n·x + k >= 0 where the numerator, times w > 0, is within
      double wy = toFrame.h() * y + 1;
      double xy = toFrame.b() * y + toFrame.c();
      double yy = toFrame.e() * y + toFrame.f();
      cut(y, toFrame.a(), xy);
      cut(y, lastX * toFrame.g() - toFrame.a(), lastX * wy - xy);
      cut(y, toFrame.d(), yy);
      cut(y, lastY * toFrame.g() - toFrame.d(), lastY * wy - yy);
    }
  }

  /** Keeps the columns x of a row where {@code slope * x + level >= 0}, but for rounding. */
  private void cut(int y, double slope, double level) {
    if (Math.abs(slope) * width < SLACK) {
      if (level < -SLACK) {
        right[y] = -1;
      }
      return;
    }
    double zero = -level / slope;
    if (slope > 0) {
      left[y] = Math.max(left[y], (int) Math.min(Math.ceil(zero - SLACK), width));
    } else {
      right[y] = Math.min(right[y], (int) Math.max(Math.floor(zero + SLACK), -1));
    }
  }

  private Area largest() {
    int step = Math.max(1, height / MOST_ROWS);
    long most = 0;
    Area best = null;
    for (int top = 0; top < height; top += step) {
      for (int bottom = height - 1; bottom >= top; bottom -= step) {
        if ((long) (bottom - top + 1) * width <= most) {
          break;
        }
        int from = Math.max(left[top], left[bottom]);
        int to = Math.min(right[top], right[bottom]);
        long size = (long) (to - from + 1) * (bottom - top + 1);
        if (to >= from && size > most) {
          most = size;
          best = new Area(from, top, to - from + 1, bottom - top + 1);
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "the frames must have an area in common, but lie too far apart");
    }
    return best;
  }
}
