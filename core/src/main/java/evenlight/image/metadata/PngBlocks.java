package evenlight.image.metadata;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * The blocks of a PNG file that are of interest here; all others are skipped unread.
 *
 * @param height rows
 * @param width columns
 * @param exif the chunk eXIf, a block in the layout of TIFF; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record PngBlocks(int height, int width, byte[] exif) {
  private static final int SIGNATURE_BYTES = 8;
  private static final int IHDR = 0x49484452;
  private static final int EXIF = 0x65584966;
  private static final int IEND = 0x49454e44;
  private static final int CHECKSUM_BYTES = 4;

  /** The longest block that is read: EXIF must fit into a segment of a JPEG file. */
  private static final long LONGEST = 1 << 20;

  static PngBlocks read(SeekableByteChannel channel) throws IOException {
    PngBlocks found = new PngBlocks(0, 0, new byte[0]);
    long position = SIGNATURE_BYTES;
    while (true) {
      ByteBuffer start = fetch(channel, position, 2 * Integer.BYTES);
      long length = Integer.toUnsignedLong(start.getInt());
      int type = start.getInt();
      long content = position + 2 * Integer.BYTES;
      if (type == IHDR) {
        ByteBuffer size = fetch(channel, content, 2 * Integer.BYTES);
        int width = size.getInt();
        found = new PngBlocks(size.getInt(), width, found.exif);
      } else if (type == EXIF && length <= LONGEST) {
        found =
            new PngBlocks(found.height, found.width, fetch(channel, content, (int) length).array());
      } else if (type == IEND) {
        return found;
      }
      position = content + length + CHECKSUM_BYTES;
    }
  }

  private static ByteBuffer fetch(SeekableByteChannel channel, long position, int bytes)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    channel.position(position);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("it ends early");
      }
    }
    return buffer.flip();
  }

  /** The same as the parser makes of other files. */
  Metadata metadata() {
    Metadata metadata = new Metadata();
    JpegDirectory size = new JpegDirectory();
    size.setInt(JpegDirectory.TAG_IMAGE_HEIGHT, height);
    size.setInt(JpegDirectory.TAG_IMAGE_WIDTH, width);
    metadata.addDirectory(size);
    if (exif.length > 0) {
      new ExifReader().extract(new ByteArrayReader(exif), metadata);
    }
    return metadata;
  }
}
