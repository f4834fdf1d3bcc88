package evenlight.image.io;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import com.twelvemonkeys.imageio.color.ColorSpaces;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A colour profile (ICC.1) as a file embeds it: what its samples mean.
 *
 * <p>Two profiles are the same if all their bytes are.
 */
public final class ColourProfile {
  /** The most bytes that are read; printers' profiles have two million. */
  static final int MOST_BYTES = 1 << 24;

  private static final int HEADER_BYTES = 128;
  private static final int MULTI_LANGUAGE = 0x6d6c7563;
  private static final int ASCII = 0x64657363;

  private final byte[] bytes;

  private ColourProfile(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The profile in a block of a file; an empty block is none. */
  static Optional<ColourProfile> of(byte[] block) {
    return block.length == 0 ? Optional.empty() : Optional.of(new ColourProfile(block));
  }

  /** The profile as it is embedded; not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  /** Whether it can be made sense of, for samples of red, green and blue. */
  public boolean isUsable() {
    return colours().isPresent();
  }

  /** The colours of samples, or empty if the profile is damaged or not one of RGB. */
  Optional<ColorSpace> colours() {
    try {
      ICC_Profile profile = ICC_Profile.getInstance(bytes);
      if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
        return Optional.empty();
      }
      ICC_ColorSpace colours = ColorSpaces.createColorSpace(profile);
      colours.toRGB(new float[3]);
      return Optional.of(colours);
    } catch (RuntimeException e) {
      // The colour management answers to damaged profiles in several ways.
      return Optional.empty();
    }
  }

  /** What it calls itself, such as "Display P3". */
  public String name() {
    try {
      byte @Nullable [] description =
          ICC_Profile.getInstance(bytes).getData(ICC_Profile.icSigProfileDescriptionTag);
      return description == null ? "a nameless profile" : text(ByteBuffer.wrap(description));
    } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException e) {
      return "a damaged profile";
    }
  }

  /** Of a text in several languages the first (ICC.1:2022, 10.15), else the older kind. */
  private static String text(ByteBuffer tag) {
    if (tag.getInt(0) == MULTI_LANGUAGE) {
      byte[] text = new byte[tag.getInt(20)];
      tag.get(tag.getInt(24), text);
      return new String(text, UTF_16BE).strip();
    }
    if (tag.getInt(0) == ASCII) {
      byte[] text = new byte[Math.max(0, tag.getInt(8) - 1)];
      tag.get(12, text);
      return new String(text, US_ASCII).strip();
    }
    return "a nameless profile";
  }

  /** Whether the bytes are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ColourProfile profile && Arrays.equals(bytes, profile.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(Arrays.copyOf(bytes, HEADER_BYTES));
  }

  @Override
  public String toString() {
    return "ColourProfile[" + name() + ", " + bytes.length + " bytes]";
  }
}
