package evenlight.bracket;

import evenlight.image.io.PhotoPreview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How large a bracket is, which can be known before it is decoded.
 *
 * @param exposures how many
 * @param height rows of each
 * @param width columns of each
 * @param bitDepth bits of a sample: 8 or 16
 */
public record BracketSize(int exposures, int height, int width, int bitDepth) {
  private static final int CHANNELS = 3;

  /** Checks that there is something. */
  public BracketSize {
    if (exposures < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a bracket must have at least one exposure of 1×1, but has %d of %d×%d"
              .formatted(exposures, height, width));
    }
  }

  /**
   * That of files, from their headers; of different ones, that of the largest.
   *
   * @throws IOException if one is no photograph; the message names it
   */
  public static BracketSize of(List<Path> files) throws IOException {
    PhotoPreview.Size largest = new PhotoPreview.Size(1, 1);
    int deepest = Byte.SIZE;
    for (Path file : files) {
      PhotoPreview.Size size = PhotoPreview.size(file);
      largest = pixels(size) > pixels(largest) ? size : largest;
      deepest = Math.max(deepest, PhotoPreview.bitDepth(file));
    }
    return new BracketSize(files.size(), largest.height(), largest.width(), deepest);
  }

  private static long pixels(PhotoPreview.Size size) {
    return (long) size.height() * size.width();
  }

  /** Pixels of an exposure. */
  public long pixels() {
    return (long) height * width;
  }

  /** Bytes of a picture in memory that has the exposures' depth. */
  public long pictureBytes() {
    return CHANNELS * pixels() * bitDepth / Byte.SIZE;
  }

  /** Bytes of all exposures in memory. */
  public long bytes() {
    return exposures * pictureBytes();
  }

  /** The same number of exposures, square, with about so many pixels. */
  public BracketSize withPixels(long count) {
    int side = (int) Math.max(1, Math.sqrt((double) count));
    return new BracketSize(exposures, side, side, bitDepth);
  }
}
