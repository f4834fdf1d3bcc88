package evenlight.image.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.stream.ImageInputStream;

/**
 * The chunks of a PNG file, to be checked before its pixels are decoded.
 *
 * <p>The JDK's reader does not compare checksums and stops reading at the last pixel, so that a
 * damaged file may pass for a picture. Here every chunk up to IEND must be there with the right
 * CRC-32 (PNG specification, section 5).
 */
final class PngStructure {
  private static final int SIGNATURE_BYTES = 8;
  private static final int IEND = 0x49454e44;
  private static final int BUFFER_BYTES = 1 << 16;

  private PngStructure() {}

  /**
   * Checks the file from its start to its last chunk.
   *
   * @throws IOException if it ends early or a checksum is wrong; the message is only the reason
   */
  static void check(ImageInputStream in) throws IOException {
    in.seek(SIGNATURE_BYTES);
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      int type;
      do {
        long length = in.readUnsignedInt();
        type = checkChunk(in, length, buffer);
      } while (type != IEND);
    } catch (EOFException e) {
      throw new IOException("it ends before its last chunk", e);
    }
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
}
