package evenlight.opencv.align;

import evenlight.filter.Strips;
import evenlight.image.Image;
import java.util.ArrayList;
import java.util.List;

/** The luminance of one picture in sizes that each halve the one before, the largest first. */
final class LumaPyramid {
  /**
   * A picture of more pixels is looked at in a smaller size: matches are finer than its samples.
   */
  private static final int MOST_SAMPLES = 6_000_000;

  /** The smallest level is the last whose longer side is no shorter than half of this. */
  private static final int COARSEST_SIDE = 320;

  private static final int SHORTEST_HALVED = 64;

  private final List<LumaLevel> levels;
  private final int height;
  private final int width;

  private LumaPyramid(List<LumaLevel> levels, int height, int width) {
    this.levels = levels;
    this.height = height;
    this.width = width;
  }

  static LumaPyramid of(Image rgb, Strips strips) {
    int scale = 1;
    while (rgb.pixels() / scale / scale > MOST_SAMPLES) {
      scale *= 2;
    }
    List<LumaLevel> levels = new ArrayList<>();
    LumaLevel level = LumaLevel.of(rgb, scale, strips);
    levels.add(level);
    while (Math.max(level.height(), level.width()) > COARSEST_SIDE
        && Math.min(level.height(), level.width()) >= SHORTEST_HALVED) {
      level = level.halved();
      levels.add(level);
    }
    return new LumaPyramid(levels, rgb.height(), rgb.width());
  }

  /** Rows of the picture. */
  int height() {
    return height;
  }

  /** Columns of the picture. */
  int width() {
    return width;
  }

  int size() {
    return levels.size();
  }

  /** A level, 0 for the largest. */
  LumaLevel level(int index) {
    return levels.get(index);
  }

  /** The largest level whose longer side is no longer than this, or the smallest there is. */
  int indexOfSide(int longest) {
    int index = 0;
    while (index < levels.size() - 1
        && Math.max(level(index).height(), level(index).width()) > longest) {
      index++;
    }
    return index;
  }
}
