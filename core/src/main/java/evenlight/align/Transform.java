package evenlight.align;

import java.util.List;

/**
 * A projective map of the plane, a 3×3 matrix up to scale.
 *
 * <pre>
 * x' = (a x + b y + c) / w      y' = (d x + e y + f) / w      w = g x + h y + 1
 * </pre>
 *
 * <p>Coordinates are those of pixels' centres: (0, 0) is the middle of the top left one. That of a
 * frame takes its places to those of the reference.
 *
 * @param a of x in x'
 * @param b of y in x'
 * @param c shift of x'
 * @param d of x in y'
 * @param e of y in y'
 * @param f shift of y'
 * @param g of x in w
 * @param h of y in w
 */
public record Transform(
    double a, double b, double c, double d, double e, double f, double g, double h) {
  /** The map that moves nothing. */
  public static final Transform IDENTITY = translation(0, 0);

  private static final int ENTRIES = 9;

  /** Checks that it can be undone and mirrors nothing. */
  public Transform {
    double determinant = determinant(a, b, c, d, e, f, g, h);
    if (!(determinant > 0 && determinant < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a transform must have a positive determinant, but that of %s is %s"
              .formatted(List.of(a, b, c, d, e, f, g, h, 1.0), determinant));
    }
  }

  private static double determinant(
      double a, double b, double c, double d, double e, double f, double g, double h) {
    return a * (e - f * h) - b * (d - f * g) + c * (d * h - e * g);
  }

  /** A shift. */
  public static Transform translation(double dx, double dy) {
    return new Transform(1, 0, dx, 0, 1, dy, 0, 0);
  }

  /**
   * A map by the entries of its matrix, row by row.
   *
   * @throws IllegalArgumentException if there are not nine, the last is 0, or it cannot be undone
   */
  public static Transform of(List<Double> matrix) {
    if (matrix.size() != ENTRIES || matrix.get(ENTRIES - 1) == 0) {
      throw new IllegalArgumentException(
          "a transform must have 9 numbers of which the last is not 0, but has " + matrix);
    }
    double[] m = matrix.stream().mapToDouble(entry -> entry / matrix.get(ENTRIES - 1)).toArray();
    return new Transform(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7]);
  }

  /** The nine entries of the matrix, row by row. */
  public List<Double> matrix() {
    return List.of(a, b, c, d, e, f, g, h, 1.0);
  }

  private double w(double x, double y) {
    return g * x + h * y + 1;
  }

  /** Where a place goes: its column. */
  public double x(double x, double y) {
    return (a * x + b * y + c) / w(x, y);
  }

  /** Where a place goes: its row. */
  public double y(double x, double y) {
    return (d * x + e * y + f) / w(x, y);
  }

  /** The map that does first the other, then this. */
  public Transform after(Transform other) {
    double k = g * other.c + h * other.f + 1;
    return new Transform(
        (a * other.a + b * other.d + c * other.g) / k,
        (a * other.b + b * other.e + c * other.h) / k,
        (a * other.c + b * other.f + c) / k,
        (d * other.a + e * other.d + f * other.g) / k,
        (d * other.b + e * other.e + f * other.h) / k,
        (d * other.c + e * other.f + f) / k,
        (g * other.a + h * other.d + other.g) / k,
        (g * other.b + h * other.e + other.h) / k);
  }

  /** The map that undoes this. */
  public Transform inverse() {
    double k = a * e - b * d;
    return new Transform(
        (e - f * h) / k,
        (c * h - b) / k,
        (b * f - c * e) / k,
        (f * g - d) / k,
        (a - c * g) / k,
        (c * d - a * f) / k,
        (d * h - e * g) / k,
        (b * g - a * h) / k);
  }

  /** The same map where a picture is seen without its first columns and rows, before and after. */
  public Transform within(Transform toPart) {
    return toPart.after(this).after(toPart.inverse());
  }

  /** Whether the part of the plane that a picture covers stays in front of the viewer. */
  public boolean keepsInFront(int height, int width) {
    return w(0, 0) > 0
        && w(width - 1, 0) > 0
        && w(0, height - 1) > 0
        && w(width - 1, height - 1) > 0;
  }

  /** How far the corner of a picture that moves most moves, in pixels. */
  public double largestMotion(int height, int width) {
    return distanceFrom(IDENTITY, height, width);
  }

  /** How far apart the two maps put a corner of a picture, at most, in pixels. */
  public double distanceFrom(Transform other, int height, int width) {
    double greatest = 0;
    for (int corner = 0; corner < 4; corner++) {
      double x = corner % 2 * (width - 1);
      double y = corner / 2 * (height - 1);
      greatest = Math.max(greatest, Math.hypot(x(x, y) - other.x(x, y), y(x, y) - other.y(x, y)));
    }
    return greatest;
  }
}
