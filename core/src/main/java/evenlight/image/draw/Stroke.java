package evenlight.image.draw;

/**
 * A straight piece of a drawing: of a letter in the units of {@link StrokeFont}, of a canvas in
 * pixels.
 *
 * @param x0 start, to the right
 * @param y0 start, downwards
 * @param x1 end
 * @param y1 end
 */
public record Stroke(double x0, double y0, double x1, double y1) {
  /** The same piece, enlarged and then moved. */
  Stroke placed(double scale, double left, double top) {
    return new Stroke(left + x0 * scale, top + y0 * scale, left + x1 * scale, top + y1 * scale);
  }

  /** Distance of a point from the nearest one of this stroke. */
  double distance(double x, double y) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squared = dx * dx + dy * dy;
    double along = squared > 0 ? ((x - x0) * dx + (y - y0) * dy) / squared : 0;
    double clamped = Math.min(Math.max(along, 0), 1);
    double offX = x - x0 - clamped * dx;
    double offY = y - y0 - clamped * dy;
    return Math.sqrt(offX * offX + offY * offY);
  }
}
