package evenlight.torch.training.data;

import evenlight.flow.FlowField;
import java.util.SplittableRandom;

/**
 * Random motion of a square: a homography, a smooth field, and up to three layers that move by
 * themselves.
 *
 * <p>How far things move is drawn so that small motion is as frequent as it is between photographs
 * of one bracket: a share u² of the farthest.
 */
final class MotionField {
  private static final int CORNERS = 4;
  private static final int WAVES = 4;
  private static final int MOST_LAYERS = 3;

  private final int size;
  private final double farthest;
  private final SplittableRandom random;
  private final float[] x;
  private final float[] y;

  private MotionField(int size, double farthest, SplittableRandom random) {
    this.size = size;
    this.farthest = farthest;
    this.random = random;
    x = new float[size * size];
    y = new float[size * size];
  }

  /** A flow of size×size, no step of which is longer than the farthest in either direction. */
  static FlowField draw(int size, double farthest, SplittableRandom random) {
    MotionField field = new MotionField(size, farthest, random);
    field.addWarp();
    field.addWaves();
    int layers = random.nextInt(MOST_LAYERS + 1);
    for (int i = 0; i < layers; i++) {
      field.addLayer();
    }
    field.limit();
    return new FlowField(size, size, field.x, field.y);
  }

  private double extent() {
    double share = random.nextDouble();
    return farthest * share * share;
  }

  private double signed() {
    return 2 * random.nextDouble() - 1;
  }

  /** A shift, and steps of the corners that a projective map takes to all places between. */
  private void addWarp() {
    double shift = extent();
    double bend = extent() / 2;
    double shiftX = shift * signed();
    double shiftY = shift * signed();
    double[] steps = new double[2 * CORNERS];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = bend * signed();
    }
    SquareMap map = SquareMap.ofCorners(size - 1, steps);
    for (int place = 0; place < x.length; place++) {
      int column = place % size;
      int row = place / size;
      x[place] = (float) (shiftX + map.x(column, row) - column);
      y[place] = (float) (shiftY + map.y(column, row) - row);
    }
  }

  /** Waves of a length of half the square or more. */
  private void addWaves() {
    double amplitude = extent() / WAVES / 2;
    for (int wave = 0; wave < WAVES; wave++) {
      double across = 4 * Math.PI * signed() / size;
      double down = 4 * Math.PI * signed() / size;
      double phase = Math.PI * signed();
      double toRight = amplitude * signed();
      double toBottom = amplitude * signed();
      for (int place = 0; place < x.length; place++) {
        int row = place / size;
        double value = StrictMath.sin(across * (place % size) + down * row + phase);
        x[place] += (float) (toRight * value);
        y[place] += (float) (toBottom * value);
      }
    }
  }

  /** An ellipse with a wavy edge that is shifted, turned and enlarged about its middle. */
  private void addLayer() {
    double middleX = size * random.nextDouble();
    double middleY = size * random.nextDouble();
    double radius = size * (0.08 + 0.25 * random.nextDouble());
    double flatness = 0.5 + random.nextDouble();
    double lobes = 2 + random.nextInt(4);
    double shift = extent();
    double shiftX = shift * signed();
    double shiftY = shift * signed();
    double turn = 0.15 * signed() * shift / farthest;
    double growth = 0.15 * signed() * shift / farthest;
    for (int place = 0; place < x.length; place++) {
      int row = place / size;
      double dx = place % size - middleX;
      double dy = (row - middleY) * flatness;
      double edge = radius * (1 + 0.25 * StrictMath.sin(lobes * StrictMath.atan2(dy, dx)));
      if (dx * dx + dy * dy < edge * edge) {
        x[place] += (float) (shiftX + growth * dx - turn * dy);
        y[place] += (float) (shiftY + growth * dy + turn * dx);
      }
    }
  }

  private void limit() {
    float most = (float) farthest;
    for (int place = 0; place < x.length; place++) {
      x[place] = Math.min(Math.max(x[place], -most), most);
      y[place] = Math.min(Math.max(y[place], -most), most);
    }
  }
}
