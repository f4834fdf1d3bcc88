package evenlight.flow;

import evenlight.image.Image;
import java.util.Arrays;

/** Finds the whole shift of up to five pixels that explains the red samples best. */
final class ShiftSearch implements FlowEstimator {
  private static final int FARTHEST = 5;

  @Override
  public FlowField flow(Image first, Image second) {
    double least = Double.POSITIVE_INFINITY;
    int bestX = 0;
    int bestY = 0;
    for (int dy = -FARTHEST; dy <= FARTHEST; dy++) {
      for (int dx = -FARTHEST; dx <= FARTHEST; dx++) {
        double distance = distance(first, second, dx, dy);
        if (distance < least) {
          least = distance;
          bestX = dx;
          bestY = dy;
        }
      }
    }
    return constant(first, bestX, bestY);
  }

  /** The same step everywhere. */
  static FlowField constant(Image model, float x, float y) {
    float[] across = new float[model.pixels()];
    float[] down = new float[model.pixels()];
    Arrays.fill(across, x);
    Arrays.fill(down, y);
    return new FlowField(model.height(), model.width(), across, down);
  }

  private static double distance(Image first, Image second, int dx, int dy) {
    double sum = 0;
    for (int y = FARTHEST; y < first.height() - FARTHEST; y++) {
      for (int x = FARTHEST; x < first.width() - FARTHEST; x++) {
        sum += Math.abs(first.at(0, y, x) - second.at(0, y + dy, x + dx));
      }
    }
    return sum;
  }

  @Override
  public String description() {
    return "whole shifts";
  }
}
