package evenlight.flow;

import evenlight.image.Image;
import java.util.Arrays;

/**
 * Flow as colours: the hue is the direction, the saturation the length, white is no motion. Right
 * is red, down yellow-green, left cyan, up violet.
 */
public final class FlowWheel {
  private static final int CHANNELS = 3;
  private static final double THIRD = 2 * Math.PI / 3;

  private FlowWheel() {}

  /**
   * A flow as an RGB picture.
   *
   * @param longest the length that has full colour; longer steps have it, too
   */
  public static Image of(FlowField flow, double longest) {
    float[][] planes = new float[CHANNELS][flow.height() * flow.width()];
    for (int i = 0; i < planes[0].length; i++) {
      paint(flow.x(i) / longest, flow.y(i) / longest, planes, i);
    }
    return Image.of(flow.height(), flow.width(), planes);
  }

  /** The wheel itself, as a legend: a disk on white, the centre is no motion. */
  public static Image legend(int side) {
    float[] x = new float[side * side];
    float[] y = new float[side * side];
    double radius = (side - 1) / 2.0;
    for (int i = 0; i < x.length; i++) {
      int row = i / side;
      double right = (i % side - radius) / radius;
      double down = (row - radius) / radius;
      if (Math.hypot(right, down) <= 1) {
        x[i] = (float) right;
        y[i] = (float) down;
      }
    }
    return of(new FlowField(side, side, x, y), 1);
  }

  /** The longest step of a field, but for one in a hundred. */
  public static double usualLength(FlowField flow) {
    double[] lengths = new double[flow.height() * flow.width()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Math.hypot(flow.x(i), flow.y(i));
    }
    Arrays.sort(lengths);
    return Math.max(lengths[(int) (0.99 * (lengths.length - 1))], 1e-3);
  }

  private static void paint(double x, double y, float[][] planes, int place) {
    double length = Math.min(Math.hypot(x, y), 1);
    double angle = Math.atan2(y, x);
    for (int c = 0; c < planes.length; c++) {
      double pure = 0.5 + 0.5 * Math.cos(angle - c * THIRD);
      planes[c][place] = (float) (1 - length * (1 - pure));
    }
  }
}
