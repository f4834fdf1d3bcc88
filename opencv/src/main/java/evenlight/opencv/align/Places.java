package evenlight.opencv.align;

import evenlight.align.Transform;
import java.util.ArrayList;
import java.util.List;

/** Chooses places that can be found again, spread over the picture: the best of each cell. */
final class Places {
  private static final float WEAKEST = 1e-3f;
  private static final int FEWEST_CELLS = 4;

  private final LumaLevel level;
  private final Structure reference;

  /** For a level of the reference. */
  Places(LumaLevel level) {
    this.level = level;
    reference = Structure.of(level);
  }

  /** Where the reference has structure, whatever the frame has. */
  List<Place> inReference(int count) {
    return choose(count, reference::at);
  }

  /**
   * Where both have structure.
   *
   * @param frame that of the frame's level of the same scale
   * @param toFrame takes places of the reference to about those of the frame
   */
  List<Place> inBoth(int count, Structure frame, Transform toFrame) {
    Transform map = level.toLevel(toFrame);
    return choose(
        count,
        (y, x) ->
            Math.min(
                reference.at(y, x),
                frame.at((int) Math.rint(map.y(x, y)), (int) Math.rint(map.x(x, y)))));
  }

  private interface Strength {
    float at(int y, int x);
  }

  private List<Place> choose(int count, Strength strength) {
    double side = Math.sqrt((double) level.height() * level.width() / count);
    int rows = Math.max(FEWEST_CELLS, (int) Math.rint(level.height() / side));
    int columns = Math.max(FEWEST_CELLS, (int) Math.rint(level.width() / side));
    List<Place> places = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        best(
            strength,
            new int[] {row * level.height() / rows, (row + 1) * level.height() / rows},
            new int[] {column * level.width() / columns, (column + 1) * level.width() / columns},
            row + column,
            places);
      }
    }
    return places;
  }

  private void best(Strength strength, int[] rows, int[] columns, int cell, List<Place> places) {
    float most = WEAKEST;
    int bestX = -1;
    int bestY = -1;
    for (int y = rows[0]; y < rows[1]; y++) {
      for (int x = columns[0]; x < columns[1]; x++) {
        float here = strength.at(y, x);
        if (here > most) {
          most = here;
          bestX = x;
          bestY = y;
        }
      }
    }
    if (bestX >= 0) {
      places.add(new Place(level.toPicture(bestX), level.toPicture(bestY), cell));
    }
  }
}
