package evenlight.demo;

/**
 * Linear RGB radiance of every pixel, rows from top to bottom: not negative, in the unit of the
 * scene.
 */
final class RadianceMap {
  private final int height;
  private final int width;
  private final float[][] planes;

  /** A black map to be filled. */
  RadianceMap(int height, int width) {
    this.height = height;
    this.width = width;
    this.planes = new float[3][Math.multiplyExact(height, width)];
  }

  int height() {
    return height;
  }

  int width() {
    return width;
  }

  int pixels() {
    return height * width;
  }

  void set(int pixel, Vec radiance) {
    planes[0][pixel] = (float) radiance.x();
    planes[1][pixel] = (float) radiance.y();
    planes[2][pixel] = (float) radiance.z();
  }

  Vec get(int pixel) {
    return new Vec(planes[0][pixel], planes[1][pixel], planes[2][pixel]);
  }

  /** One sample; the channels are red, green and blue. */
  float at(int channel, int pixel) {
    return planes[channel][pixel];
  }
}
