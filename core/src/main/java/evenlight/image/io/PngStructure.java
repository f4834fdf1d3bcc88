package evenlight.image.io;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.stream.ImageInputStream;

/**
 * The chunks of a PNG file, to be checked before its pixels are decoded.
 *
 * <p>The JDK's reader does not compare checksums and stops reading at the last pixel, so that a
 * damaged file may pass for a picture. Here every chunk up to IEND must be there with the right
 * CRC-32 (PNG specification, section 5).
 *
 * @param profile what the chunk iCCP holds
 */
record PngStructure(Optional<ColourProfile> profile) {
  private static final int SIGNATURE_BYTES = 8;
  private static final int IEND = 0x49454e44;
  private static final int ICCP = 0x69434350;
  private static final int BUFFER_BYTES = 1 << 16;

  /**
   * Checks the file from its start to its last chunk.
   *
   * @throws IOException if it ends early or a checksum is wrong; the message is only the reason
   */
  static PngStructure of(ImageInputStream in) throws IOException {
    in.seek(SIGNATURE_BYTES);
    byte[] buffer = new byte[BUFFER_BYTES];
    byte[] packed = {};
    try {
      int type;
      do {
        long length = in.readUnsignedInt();
        long start = in.getStreamPosition();
        type = checkChunk(in, length, buffer);
        if (type == ICCP && length <= ColourProfile.MOST_BYTES) {
          packed = content(in, start + Integer.BYTES, (int) length);
        }
      } while (type != IEND);
    } catch (EOFException e) {
      throw new IOException("it ends before its last chunk", e);
    }
    return new PngStructure(ColourProfile.of(unpacked(packed)));
  }

  private static int checkChunk(ImageInputStream in, long length, byte[] buffer)
      throws IOException {
    in.readFully(buffer, 0, Integer.BYTES);
    int type = ByteBuffer.wrap(buffer).getInt();
    CRC32 crc = new CRC32();
    crc.update(buffer, 0, Integer.BYTES);
    for (long left = length; left > 0; ) {
      int step = (int) Math.min(left, buffer.length);
      in.readFully(buffer, 0, step);
      crc.update(buffer, 0, step);
      left -= step;
    }
    if (in.readUnsignedInt() != crc.getValue()) {
      throw new IOException("the checksum of a chunk is wrong");
    }
    return type;
  }

  /** The content of a chunk, which is gone back to. */
  private static byte[] content(ImageInputStream in, long start, int length) throws IOException {
    long next = in.getStreamPosition();
    byte[] content = new byte[length];
    in.seek(start);
    in.readFully(content);
    in.seek(next);
    return content;
  }

  /**
   * The profile behind its name, a zero and the method of compression; as packed if that is broken,
   * which makes it an unusable one.
   */
  private static byte[] unpacked(byte[] packed) {
    int name = 0;
    while (name < packed.length && packed[name] != 0) {
      name++;
    }
    int start = Math.min(name + 2, packed.length);
    Inflater inflater = new Inflater();
    inflater.setInput(packed, start, packed.length - start);
    var profile = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      int count = inflater.inflate(buffer);
      while (count > 0 && profile.size() < ColourProfile.MOST_BYTES) {
        profile.write(buffer, 0, count);
        count = inflater.inflate(buffer);
      }
      return inflater.finished() ? profile.toByteArray() : packed;
    } catch (DataFormatException e) {
      return packed;
    } finally {
      inflater.end();
    }
  }
}
