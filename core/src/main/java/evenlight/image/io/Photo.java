package evenlight.image.io;

import evenlight.image.Image;
import java.util.Optional;

/**
 * A photograph as it came from a file.
 *
 * @param image RGB in [0,1]
 * @param bitDepth bits a sample in the file: 8, 16, or 32 for floating-point numbers
 * @param profile the colours that the samples stand for; without one, those of sRGB
 */
public record Photo(Image image, int bitDepth, Optional<ColourProfile> profile) {
  /** Checks the channels and the depth. */
  public Photo {
    if (image.channels() != 3) {
      throw new IllegalArgumentException(
          "a photograph must have 3 channels, but has " + image.channels());
    }
    if (bitDepth != 8 && bitDepth != 16 && bitDepth != 32) {
      throw new IllegalArgumentException(
          "a photograph must have 8, 16 or 32 bits a sample, but has " + bitDepth);
    }
  }

  /** A photograph in sRGB. */
  public Photo(Image image, int bitDepth) {
    this(image, bitDepth, Optional.empty());
  }

  /** The same with another picture of the same scene, as after alignment. */
  public Photo withImage(Image other) {
    return new Photo(other, bitDepth, profile);
  }
}
