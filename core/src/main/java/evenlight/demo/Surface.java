package evenlight.demo;

/**
 * What a point of a surface does with light.
 *
 * @param albedo share of light that it scatters back, linear RGB in [0,1]
 * @param emission radiance that it sends out by itself
 * @param gloss strength of its mirror image in [0,1]; 0 is matt
 * @param translucency share of the light on its back that shines through, in [0,1]
 */
record Surface(Vec albedo, Vec emission, double gloss, double translucency) {
  static Surface matt(Vec albedo) {
    return new Surface(albedo, Vec.ZERO, 0, 0);
  }

  static Surface glossy(Vec albedo, double gloss) {
    return new Surface(albedo, Vec.ZERO, gloss, 0);
  }

  static Surface translucent(Vec albedo, double translucency) {
    return new Surface(albedo, Vec.ZERO, 0, translucency);
  }

  static Surface shining(Vec emission) {
    return new Surface(Vec.ZERO, emission, 0, 0);
  }
}
