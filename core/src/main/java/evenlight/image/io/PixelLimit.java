package evenlight.image.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How large a picture may be, so that a forged header cannot ask for all memory.
 *
 * @param pixels the most that are decoded, from 1 to {@link #GREATEST}
 * @param option what the user sets the limit by, for the message; empty where nobody can
 */
public record PixelLimit(long pixels, Optional<String> option) {
  /** What three samples a pixel leave of the longest array. */
  public static final long GREATEST = (Integer.MAX_VALUE - 8) / 3;

  /** 268 megapixels, more than cameras take. */
  public static final PixelLimit DEFAULT = new PixelLimit(1 << 28, Optional.empty());

  /** Checks the number. */
  public PixelLimit {
    if (pixels < 1 || pixels > GREATEST) {
      throw new IllegalArgumentException(
          "a limit to the pixels must be from 1 to %d, but is %d".formatted(GREATEST, pixels));
    }
  }

  void check(int height, int width, Path file) throws IOException {
    if ((long) height * width > pixels) {
      String hint = option.map(name -> "; %s sets the limit".formatted(name)).orElse("");
      throw new IOException(
          "an exposure must have at most %d pixels, but %s is %s×%s (height×width)%s"
              .formatted(pixels, file, height, width, hint));
    }
  }
}
