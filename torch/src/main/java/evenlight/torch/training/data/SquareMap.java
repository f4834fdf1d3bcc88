package evenlight.torch.training.data;

/**
 * The projective map that takes a square to a quadrangle (Heckbert, "Fundamentals of texture
 * mapping and image warping", 1989, section 2.2.3).
 */
record SquareMap(
    double side, double a, double b, double c, double d, double e, double f, double g, double h) {

  /**
   * The map of a square from (0, 0) on.
   *
   * @param steps x and y of how its corners move: top left, top right, bottom right, bottom left
   */
  static SquareMap ofCorners(double side, double[] steps) {
    double x0 = steps[0];
    double y0 = steps[1];
    double x1 = side + steps[2];
    double y1 = steps[3];
    double x2 = side + steps[4];
    double y2 = side + steps[5];
    double x3 = steps[6];
    double y3 = side + steps[7];
    double sumX = x0 - x1 + x2 - x3;
    double sumY = y0 - y1 + y2 - y3;
    double det = (x1 - x2) * (y3 - y2) - (x3 - x2) * (y1 - y2);
    double g = (sumX * (y3 - y2) - (x3 - x2) * sumY) / det;
    double h = ((x1 - x2) * sumY - sumX * (y1 - y2)) / det;
    return new SquareMap(
        side, x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h);
  }

  /** The column to which a place goes. */
  double x(double column, double row) {
    return (a * column / side + b * row / side + c) / w(column, row);
  }

  /** The row to which a place goes. */
  double y(double column, double row) {
    return (d * column / side + e * row / side + f) / w(column, row);
  }

  private double w(double column, double row) {
    return g * column / side + h * row / side + 1;
  }
}
