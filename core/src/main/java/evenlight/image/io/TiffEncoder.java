package evenlight.image.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Writes TIFF 6.0: RGB of 8 or 16 bits in strips, each deflated after horizontal differencing.
 *
 * <p>Strips do not depend on each other. They are compressed on all processors and go to the file
 * one by one; the directory before them, which tells where they lie, is written last.
 */
final class TiffEncoder {
  private static final int BIG_ENDIAN_TIFF = 0x4d4d002a;
  private static final int HEADER_BYTES = 8;
  private static final int DEFLATE = 8;
  private static final int RGB = 2;
  private static final int CHUNKY = 1;
  private static final int NO_UNIT = 1;
  private static final int HORIZONTAL_DIFFERENCING = 2;

  @SuppressWarnings("ArrayRecordComponent")
  private record Strip(int number, byte[] bytes) {}

  private final InterleavedRows rows;

  private TiffEncoder(InterleavedRows rows) {
    this.rows = rows;
  }

  /** Writes a whole file to an empty channel. */
  static void encode(InterleavedRows rows, FileChannel out) throws IOException {
    new TiffEncoder(rows).encode(out);
  }

  private void encode(FileChannel out) throws IOException {
    int[] counts = new int[rows.blocks()];
    int start = HEADER_BYTES + directory(counts, 0).remaining();
    out.position(start);
    InOrder.run(
        counts.length,
        this::strip,
        strip -> {
          counts[strip.number()] = strip.bytes().length;
          writeAll(out, ByteBuffer.wrap(strip.bytes()));
        });
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    out.position(0);
    writeAll(out, header.putInt(BIG_ENDIAN_TIFF).putInt(HEADER_BYTES).flip());
    writeAll(out, directory(counts, start));
  }

  private Strip strip(int block) {
    int start = block * rows.blockRows();
    byte[] strip = new byte[(rows.blockEnd(block) - start) * rows.rowBytes()];
    InterleavedRows.Reader reader = rows.reader();
    for (int y = start, offset = 0; offset < strip.length; y++, offset += rows.rowBytes()) {
      reader.read(y, strip, offset);
      if (rows.bitDepth() == 16) {
        differences16(strip, offset);
      } else {
        differences8(strip, offset);
      }
    }
    return new Strip(block, Deflate.whole(strip));
  }

  private void differences8(byte[] strip, int offset) {
    int pixel = rows.pixelBytes();
    for (int i = offset + rows.rowBytes() - 1; i >= offset + pixel; i--) {
      strip[i] -= strip[i - pixel];
    }
  }

  private void differences16(byte[] strip, int offset) {
    int pixel = rows.pixelBytes();
    for (int i = offset + rows.rowBytes() - 2; i >= offset + pixel; i -= 2) {
      int difference = sample16(strip, i) - sample16(strip, i - pixel);
      strip[i] = (byte) (difference >> Byte.SIZE);
      strip[i + 1] = (byte) difference;
    }
  }

  private static int sample16(byte[] strip, int i) {
    return strip[i] << Byte.SIZE | (strip[i + 1] & 0xff);
  }

  private ByteBuffer directory(int[] stripBytes, int firstStrip) {
    int[] offsets = new int[stripBytes.length];
    offsets[0] = firstStrip;
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = Math.addExact(offsets[i - 1], stripBytes[i - 1]);
    }
    int depth = rows.bitDepth();
    return new TiffDirectory()
        .putLongs(256, rows.width())
        .putLongs(257, rows.height())
        .putShorts(258, depth, depth, depth)
        .putShorts(259, DEFLATE)
        .putShorts(262, RGB)
        .putLongs(273, offsets)
        .putShorts(277, rows.channels())
        .putLongs(278, rows.blockRows())
        .putLongs(279, stripBytes)
        .putRational(282, 1, 1)
        .putRational(283, 1, 1)
        .putShorts(284, CHUNKY)
        .putShorts(296, NO_UNIT)
        .putShorts(317, HORIZONTAL_DIFFERENCING)
        .encode(HEADER_BYTES);
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
