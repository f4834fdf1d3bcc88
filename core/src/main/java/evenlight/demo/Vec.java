package evenlight.demo;

/**
 * A point or direction in metres (x right, y up, z away from the camera), or a linear RGB colour.
 *
 * @param x to the right, or red
 * @param y up, or green
 * @param z away from the camera, or blue
 */
record Vec(double x, double y, double z) {
  static final Vec ZERO = new Vec(0, 0, 0);
  static final Vec UP = new Vec(0, 1, 0);

  /** A grey. */
  static Vec grey(double value) {
    return new Vec(value, value, value);
  }

  Vec plus(Vec other) {
    return new Vec(x + other.x, y + other.y, z + other.z);
  }

  /** This and a multiple of another. */
  Vec plus(double factor, Vec other) {
    return new Vec(x + factor * other.x, y + factor * other.y, z + factor * other.z);
  }

  Vec minus(Vec other) {
    return new Vec(x - other.x, y - other.y, z - other.z);
  }

  Vec times(double factor) {
    return new Vec(x * factor, y * factor, z * factor);
  }

  /** Component by component, as light is filtered by a colour. */
  Vec times(Vec other) {
    return new Vec(x * other.x, y * other.y, z * other.z);
  }

  /** The way from this (share 0) to another (share 1). */
  Vec mix(Vec other, double share) {
    return new Vec(x + share * (other.x - x), y + share * (other.y - y), z + share * (other.z - z));
  }

  double dot(Vec other) {
    return x * other.x + y * other.y + z * other.z;
  }

  Vec cross(Vec other) {
    return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  Vec unit() {
    return times(1 / length());
  }

  /** Luminance of a linear RGB colour by the weights of BT.709. */
  double luminance() {
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  }
}
