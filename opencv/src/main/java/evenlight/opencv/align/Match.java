package evenlight.opencv.align;

import evenlight.align.Transform;

/**
 * The same thing in two pictures.
 *
 * @param x its column in the reference
 * @param y its row there
 * @param u its column in the frame
 * @param v its row there
 * @param cell that of its {@link Place}
 */
record Match(double x, double y, double u, double v, int cell) {
  /** How far it lies in the frame from where a map from the reference puts it. */
  double error(Transform toFrame) {
    return Math.sqrt(squaredError(toFrame));
  }

  /** The square of that. */
  double squaredError(Transform toFrame) {
    double dx = toFrame.x(x, y) - u;
    double dy = toFrame.y(x, y) - v;
    return dx * dx + dy * dy;
  }

  /** How far a map from the reference to the frame moves it. */
  double motion(Transform toFrame) {
    return Math.hypot(toFrame.x(x, y) - x, toFrame.y(x, y) - y);
  }
}
