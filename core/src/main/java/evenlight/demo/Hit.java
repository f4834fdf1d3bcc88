package evenlight.demo;

/**
 * Where a ray meets a body.
 *
 * @param distance from the start of the ray, in metres
 * @param point where
 * @param normal of length 1, against the ray
 * @param surface what lies there
 * @param body whose surface it is
 */
record Hit(double distance, Vec point, Vec normal, Surface surface, Body body) {
  /** Whether the light on this point can be taken for that on another one a few pixels away. */
  boolean litLike(Hit other) {
    return body == other.body
        && normal.dot(other.normal) > 0.985
        && Math.abs(distance - other.distance) < 0.04 * distance;
  }
}
