package evenlight.image.reference;

import evenlight.image.Image8;

/** From the three samples of a pixel to three others. */
interface PixelRule {
  /**
   * Converts one pixel.
   *
   * @param converted takes the three samples, each limited to 0 and 255 afterwards
   */
  void convert(int first, int second, int third, int[] converted);

  /**
   * All pixels of a picture by a rule.
   *
   * @throws IllegalArgumentException if it has not 3 channels
   */
  static Image8 convert(Image8 picture, PixelRule rule) {
    requireThreeChannels(picture);
    byte[][] planes = new byte[3][picture.pixels()];
    int[] converted = new int[3];
    for (int i = 0; i < picture.pixels(); i++) {
      rule.convert(picture.at(0, i), picture.at(1, i), picture.at(2, i), converted);
      for (int c = 0; c < planes.length; c++) {
        planes[c][i] = (byte) Math.min(Math.max(converted[c], 0), Image8.WHITE);
      }
    }
    return Image8.of(picture.height(), picture.width(), planes);
  }

  private static void requireThreeChannels(Image8 picture) {
    if (picture.channels() != 3) {
      throw new IllegalArgumentException(
          "a colour conversion needs 3 channels, but the picture has " + picture.channels());
    }
  }
}
