package evenlight.image.reference;

import evenlight.image.Image8;
import java.util.zip.CRC32;

/** Pictures by formula, and what is left of a picture to compare with other programs'. */
final class Samples {
  private Samples() {}

  /** Every fifth level of red, green and blue, with all others. */
  static Image8 allColours() {
    int steps = 52;
    byte[][] planes = new byte[3][steps * steps * steps];
    for (int i = 0; i < planes[0].length; i++) {
      planes[0][i] = (byte) (5 * (i / steps / steps));
      planes[1][i] = (byte) (5 * (i / steps % steps));
      planes[2][i] = (byte) (5 * (i % steps));
    }
    return Image8.of(steps, steps * steps, planes);
  }

  static Image8 texture(int height, int width) {
    byte[][] planes = new byte[3][height * width];
    for (int i = 0; i < height * width; i++) {
      int y = i / width;
      int x = i % width;
      for (int c = 0; c < 3; c++) {
        planes[c][i] = (byte) ((3 * x * x + 5 * y * y + 7 * x * y + 31 * c) % 251);
      }
    }
    return Image8.of(height, width, planes);
  }

  static Image8 pixel(int first, int second, int third) {
    return Image8.of(1, 1, new byte[][] {{(byte) first}, {(byte) second}, {(byte) third}});
  }

  static int[] levels(Image8 picture, int place) {
    return new int[] {picture.at(0, place), picture.at(1, place), picture.at(2, place)};
  }

  /** CRC-32 of all planes, one behind the other. */
  static String checksum(Image8 picture) {
    CRC32 crc = new CRC32();
    for (int c = 0; c < picture.channels(); c++) {
      crc.update(picture.plane(c));
    }
    return "%08x".formatted(crc.getValue());
  }
}
