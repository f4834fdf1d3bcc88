package evenlight.image.io;

import evenlight.image.Image;

/**
 * A photograph as it came from a file.
 *
 * @param image RGB in [0,1]
 * @param bitDepth bits a sample in the file: 8 or 16
 */
public record Photo(Image image, int bitDepth) {
  /** Checks the channels and the depth. */
  public Photo {
    if (image.channels() != 3) {
      throw new IllegalArgumentException(
          "a photograph must have 3 channels, but has " + image.channels());
    }
    if (bitDepth != 8 && bitDepth != 16) {
      throw new IllegalArgumentException(
          "a photograph must have 8 or 16 bits a sample, but has " + bitDepth);
    }
  }
}
