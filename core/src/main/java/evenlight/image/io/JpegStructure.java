package evenlight.image.io;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.stream.ImageInputStream;

/**
 * The markers of a JPEG file, to be checked before its pixels are decoded.
 *
 * <p>Decoders fill what is missing from a truncated file with grey and only warn. Here the walk
 * over the segments (ITU-T T.81, annex B) must reach the end-of-image marker. Thumbnails lie inside
 * segments and further pictures behind that marker, so that neither is taken for the end.
 *
 * @param components the number of components of the picture: 1 is greyscale, 3 is colour, 4 is CMYK
 * @param profiles the segments that hold parts of a colour profile (ICC.1, annex B)
 */
record JpegStructure(int components, List<Segment> profiles) {
  /**
   * A segment by its place in the file.
   *
   * @param start of its content, which begins with a name
   * @param end behind its last byte
   */
  record Segment(long start, long end) {}

  private static final int SOI_BYTES = 2;
  private static final int START_OF_FRAME_FIRST = 0xc0;
  private static final int START_OF_FRAME_LAST = 0xcf;
  private static final int HUFFMAN_TABLES = 0xc4;
  private static final int EXTENSION = 0xc8;
  private static final int ARITHMETIC_TABLES = 0xcc;
  private static final int RESTART_FIRST = 0xd0;
  private static final int RESTART_LAST = 0xd7;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int TEMPORARY = 0x01;

  private static final int APP2 = 0xe2;

  /** A zero behind the name, the number of the part and that of all parts. */
  private static final int NUMBER_BYTES = 3;

  private static final byte[] PROFILE = "ICC_PROFILE".getBytes(StandardCharsets.US_ASCII);

  /**
   * Checks the file from its start to the end of its first picture.
   *
   * @throws IOException if it ends early or has no picture; the message is only the reason
   */
  static JpegStructure of(ImageInputStream in) throws IOException {
    in.seek(SOI_BYTES);
    int components = 0;
    List<Segment> profiles = new ArrayList<>();
    try {
      for (int marker = nextMarker(in); marker != END_OF_IMAGE; marker = nextMarker(in)) {
        long end = in.getStreamPosition() + in.readUnsignedShort();
        if (isStartOfFrame(marker)) {
          in.skipBytes(5);
          components = in.readUnsignedByte();
        } else if (marker == APP2) {
          long name = in.getStreamPosition();
          if (startsWithProfile(in, end)) {
            profiles.add(new Segment(name, end));
          }
        }
        in.seek(end);
      }
    } catch (EOFException e) {
      throw new IOException("it ends before its end-of-image marker", e);
    }
    if (components == 0) {
      throw new IOException("it has no picture");
    }
    return new JpegStructure(components, List.copyOf(profiles));
  }

  /** The profile, its parts joined by their numbers; with a part missing it is not usable. */
  Optional<ColourProfile> profile(ImageInputStream in) throws IOException {
    Map<Integer, byte[]> parts = new TreeMap<>();
    for (Segment segment : profiles) {
      in.seek(segment.start() + PROFILE.length + 1);
      int number = in.readUnsignedByte();
      in.readUnsignedByte();
      byte[] part = new byte[(int) (segment.end() - in.getStreamPosition())];
      in.readFully(part);
      parts.put(number, part);
    }
    var profile = new ByteArrayOutputStream();
    parts.values().forEach(profile::writeBytes);
    return ColourProfile.of(profile.toByteArray());
  }

  /**
   * Whether a decoder's warning means that pixels are wrong.
   *
   * <p>Bytes between the last pixel and the end marker do no harm, and some phones write them;
   * warnings about profiles and other segments do not concern pixels.
   */
  static boolean tellsOfDamage(String warning) {
    return (warning.startsWith("Corrupt JPEG data") && !warning.contains("extraneous bytes"))
        || warning.startsWith("Premature end");
  }

  private static boolean startsWithProfile(ImageInputStream in, long end) throws IOException {
    if (end - in.getStreamPosition() < PROFILE.length + NUMBER_BYTES) {
      return false;
    }
    byte[] name = new byte[PROFILE.length];
    in.readFully(name);
    return Arrays.equals(name, PROFILE);
  }

  /** Skips coded data, stuffed zero bytes and markers without a segment. */
  private static int nextMarker(ImageInputStream in) throws IOException {
    while (true) {
      if (in.readUnsignedByte() == 0xff) {
        int code = in.readUnsignedByte();
        while (code == 0xff) {
          code = in.readUnsignedByte();
        }
        boolean bare = code <= TEMPORARY || (code >= RESTART_FIRST && code <= RESTART_LAST);
        if (!bare) {
          return code;
        }
      }
    }
  }

  private static boolean isStartOfFrame(int marker) {
    return marker >= START_OF_FRAME_FIRST
        && marker <= START_OF_FRAME_LAST
        && marker != HUFFMAN_TABLES
        && marker != EXTENSION
        && marker != ARITHMETIC_TABLES;
  }
}
