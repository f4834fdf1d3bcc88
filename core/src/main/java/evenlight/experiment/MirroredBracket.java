package evenlight.experiment;

import evenlight.bracket.Bracket;
import evenlight.bracket.Exposure;
import evenlight.image.Image;
import evenlight.image.io.Photo;

/** Brackets of any size from one of another: mirrored at its borders, or cut off. */
final class MirroredBracket {
  private MirroredBracket() {}

  /** A bracket of a size, in 8 bits. */
  static Bracket of(Bracket bracket, PictureSize size) {
    return Bracket.of(
        bracket.exposures().stream()
            .map(
                exposure ->
                    new Exposure(
                        exposure.name(),
                        new Photo(
                            mirrored(exposure.image(), size.height(), size.width()), Byte.SIZE)))
            .toList());
  }

  private static Image mirrored(Image image, int height, int width) {
    byte[][] planes = new byte[image.channels()][height * width];
    byte[] row = new byte[image.width()];
    for (int c = 0; c < planes.length; c++) {
      for (int y = 0; y < height; y++) {
        image.row(c, reflected(y, image.height()), row);
        for (int x = 0; x < width; x++) {
          planes[c][y * width + x] = row[reflected(x, image.width())];
        }
      }
    }
    return Image.ofBytes(height, width, planes);
  }

  /** 0, 1, .., n - 1, n - 1, .., 1, 0, 0, 1, .. */
  private static int reflected(int place, int extent) {
    int within = place % (2 * extent);
    return within < extent ? within : 2 * extent - 1 - within;
  }
}
