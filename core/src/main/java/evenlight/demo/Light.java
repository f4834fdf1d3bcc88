package evenlight.demo;

/**
 * Irradiance of a point without the sun.
 *
 * @param steady from everything but the window
 * @param window from the window if nothing were in between
 * @param visible share of the window that is seen, in [0,1]
 */
record Light(Vec steady, Vec window, double visible) {
  Vec total() {
    return steady.plus(visible, window);
  }

  Light withVisible(double share) {
    return new Light(steady, window, share);
  }
}
