package evenlight.image.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * How a JPEG picture without subsampling is parted into strips, and how the files of the strips
 * become one (ITU-T T.81, annex B).
 *
 * <p>All strips but the last are equally high; the restart interval is what one of them has of
 * blocks. Their tables must be the same.
 */
final class JpegStrips {
  private static final int BLOCK = 8;
  private static final int PIXELS = 1 << 18;
  private static final int MOST_BLOCKS = 65535;
  private static final int RESTARTS = 8;

  private static final int FRAME = 0xc0;
  private static final int RESTART = 0xd0;
  private static final int SCAN = 0xda;
  private static final int INTERVAL = 0xdd;

  private static final int MARKER_BYTES = 2;

  /** The marker at the end of each file. */
  private static final int END_BYTES = 2;

  private final int height;
  private final int blocksInRow;
  private final int rows;

  JpegStrips(int height, int width) {
    this.height = height;
    blocksInRow = (width + BLOCK - 1) / BLOCK;
    int most = Math.min(PIXELS / BLOCK / BLOCK, MOST_BLOCKS) / blocksInRow;
    rows = BLOCK * Math.max(most, 1);
  }

  /** How many strips there are. */
  int count() {
    return (height + rows - 1) / rows;
  }

  /** The first row of a strip. */
  int start(int strip) {
    return strip * rows;
  }

  /** The row behind the last one of a strip. */
  int end(int strip) {
    return Math.min(height, start(strip + 1));
  }

  /** Writes the picture's file; takes the strips' in their order. */
  Writer writer(OutputStream out) {
    return new Writer(out);
  }

  /** Joins the files of strips. */
  final class Writer {
    private final OutputStream out;
    private int strip;

    private Writer(OutputStream out) {
      this.out = out;
    }

    /**
     * Writes the next strip.
     *
     * @param file of that strip
     */
    void write(byte[] file) throws IOException {
      int scan = marker(file, SCAN);
      int code = scan + MARKER_BYTES + length(file, scan);
      if (count() == 1) {
        out.write(file);
      } else if (strip == 0) {
        ByteBuffer.wrap(file).putShort(marker(file, FRAME) + MARKER_BYTES + 3, (short) height);
        out.write(file, 0, scan);
        out.write(interval());
        out.write(file, scan, file.length - END_BYTES - scan);
      } else {
        out.write(new byte[] {(byte) 0xff, (byte) (RESTART + (strip - 1) % RESTARTS)});
        boolean last = strip == count() - 1;
        out.write(file, code, file.length - (last ? 0 : END_BYTES) - code);
      }
      strip++;
    }

    private byte[] interval() {
      return ByteBuffer.allocate(6)
          .put((byte) 0xff)
          .put((byte) INTERVAL)
          .putShort((short) 4)
          .putShort((short) (blocksInRow * rows / BLOCK))
          .array();
    }
  }

  /** Where a marker stands, which must come no later than the scan. */
  private static int marker(byte[] file, int wanted) {
    int place = MARKER_BYTES;
    while ((file[place + 1] & 0xff) != wanted) {
      place += MARKER_BYTES + length(file, place);
    }
    return place;
  }

  /** What a segment has behind its marker. */
  private static int length(byte[] file, int marker) {
    return ByteBuffer.wrap(file).getShort(marker + MARKER_BYTES) & 0xffff;
  }
}
