package evenlight.demo;

/**
 * A half-line.
 *
 * @param origin where it starts
 * @param direction where it goes; of length 1 where distances are to be metres
 */
record Ray(Vec origin, Vec direction) {
  /** The point at a distance. */
  Vec at(double distance) {
    return origin.plus(distance, direction);
  }
}
