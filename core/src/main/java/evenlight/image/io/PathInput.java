package evenlight.image.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A buffered file for image decoders, on any file system and with no temporary copy.
 *
 * <p>It does not tell its length: TwelveMonkeys compares that with the size of the picture and
 * refuses large uniform pictures, which deflate well, as an attack. Without it, the limit is on the
 * size of the picture alone.
 */
final class PathInput extends ImageInputStreamImpl {
  private static final int BUFFER_BYTES = 1 << 16;

  private final SeekableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  private long bufferEnd;
  private List<Long> blanked = List.of();

  PathInput(Path file) throws IOException {
    channel = Files.newByteChannel(file);
  }

  /** Makes the bytes at these positions read as zeros. */
  void blank(List<Long> positions) {
    blanked = positions;
    buffer.limit(0);
  }

  @Override
  public int read() throws IOException {
    bitOffset = 0;
    if (!fill()) {
      return -1;
    }
    streamPos++;
    return Byte.toUnsignedInt(buffer.get());
  }

  /**
   * Reads all that is asked for unless the file ends before: {@code readInt} of the JDK takes fewer
   * bytes for the end of the file.
   */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    bitOffset = 0;
    int done = 0;
    while (done < length && fill()) {
      int count = Math.min(length - done, buffer.remaining());
      buffer.get(bytes, offset + done, count);
      streamPos += count;
      done += count;
    }
    return done == 0 && length > 0 ? -1 : done;
  }

  @Override
  public void close() throws IOException {
    super.close();
    channel.close();
  }

  /** Makes the buffer start at the stream's position, which seeking moves; false at the end. */
  private boolean fill() throws IOException {
    long back = bufferEnd - streamPos;
    if (back > 0 && back <= buffer.limit()) {
      buffer.position((int) (buffer.limit() - back));
      return true;
    }
    channel.position(streamPos);
    int count = channel.read(buffer.clear());
    buffer.flip();
    bufferEnd = streamPos + buffer.limit();
    for (long position : blanked) {
      if (position >= streamPos && position < bufferEnd) {
        buffer.put((int) (position - streamPos), (byte) 0);
      }
    }
    return count > 0;
  }
}
