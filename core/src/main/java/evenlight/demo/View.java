package evenlight.demo;

/**
 * Where the lens looks. It is shifted, not tilted, so that verticals stay upright; the picture is
 * composed for 3:2 and cropped to other shapes.
 *
 * @param height rows
 * @param width columns
 */
record View(int height, int width) {
  private static final Vec EYE = new Vec(0.1, 1.42, 0);
  private static final double VIEW_WIDTH = 1.3;
  private static final double VIEW_HEIGHT = VIEW_WIDTH / 1.5;
  private static final double SHIFT = -0.085;

  /** The ray through a point of the picture, in pixels from its upper left corner. */
  Ray through(double y, double x) {
    double scale = Math.min(VIEW_WIDTH / width, VIEW_HEIGHT / height);
    double side = (x - width / 2.0) * scale;
    double rise = SHIFT - (y - height / 2.0) * scale;
    return new Ray(EYE, new Vec(side, rise, 1).unit());
  }
}
