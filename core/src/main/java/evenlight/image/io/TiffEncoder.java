package evenlight.image.io;

import evenlight.image.metadata.ExifTags;
import evenlight.image.metadata.TiffDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/**
 * Writes TIFF 6.0: RGB of 8, 16 or 32 bits in strips, each deflated after horizontal differencing.
 *
 * <p>Strips do not depend on each other. They are compressed on all processors and go to the file
 * one by one; the directories before them, which tell where they lie, are written last.
 */
final class TiffEncoder {
  private static final int BIG_ENDIAN_TIFF = 0x4d4d002a;
  private static final int HEADER_BYTES = 8;
  private static final int DEFLATE = 8;
  private static final int RGB = 2;
  private static final int CHUNKY = 1;
  private static final int NO_UNIT = 1;
  private static final int HORIZONTAL_DIFFERENCING = 2;
  private static final int FLOATING_POINT_DIFFERENCING = 3;
  private static final int FLOATING_POINT = 3;
  private static final int FLOAT_BITS = 32;
  private static final int BYTE_TYPE = 1;
  private static final int UNDEFINED_TYPE = 7;
  private static final int XMP = 700;
  private static final int PROFILE = 34675;

  @SuppressWarnings("ArrayRecordComponent")
  private record Strip(int number, byte[] bytes) {}

  private final InterleavedRows rows;

  private final FileBlocks blocks;

  private TiffEncoder(InterleavedRows rows, FileBlocks blocks) {
    this.rows = rows;
    this.blocks = blocks;
  }

  /** Writes a whole file to an empty channel. */
  static void encode(InterleavedRows rows, FileBlocks blocks, FileChannel out) throws IOException {
    new TiffEncoder(rows, blocks).encode(out);
  }

  private void encode(FileChannel out) throws IOException {
    int[] counts = new int[rows.blocks()];
    int start = HEADER_BYTES + directories(counts, 0).remaining();
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
    writeAll(out, directories(counts, start));
  }

  private Strip strip(int block) {
    int start = block * rows.blockRows();
    byte[] strip = new byte[(rows.blockEnd(block) - start) * rows.rowBytes()];
    InterleavedRows.Reader reader = rows.reader();
    for (int y = start, offset = 0; offset < strip.length; y++, offset += rows.rowBytes()) {
      reader.read(y, strip, offset);
      switch (rows.bitDepth()) {
        case 8 -> differences8(strip, offset, rows.pixelBytes());
        case 16 -> differences16(strip, offset);
        default -> differencesFloat(strip, offset);
      }
    }
    return new Strip(block, Deflate.whole(strip));
  }

  private void differences8(byte[] strip, int offset, int pixel) {
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

  /**
   * All first bytes of a row's samples, then all second ones and so on, as differences (Adobe
   * Photoshop TIFF Technical Note 3).
   */
  private void differencesFloat(byte[] strip, int offset) {
    byte[] row = Arrays.copyOfRange(strip, offset, offset + rows.rowBytes());
    int samples = row.length / Float.BYTES;
    for (int i = 0; i < row.length; i++) {
      strip[offset + i % Float.BYTES * samples + i / Float.BYTES] = row[i];
    }
    differences8(strip, offset, rows.channels());
  }

  private static int sample16(byte[] strip, int i) {
    return strip[i] << Byte.SIZE | (strip[i + 1] & 0xff);
  }

  private ByteBuffer directories(int[] stripBytes, int firstStrip) {
    Optional<ExifTags.Directories> exif = blocks.exif();
    if (exif.isEmpty()) {
      return fill(new TiffDirectory(), stripBytes, firstStrip).encode(HEADER_BYTES);
    }
    fill(exif.get().main(), stripBytes, firstStrip);
    return exif.get().encode(HEADER_BYTES);
  }

  private TiffDirectory fill(TiffDirectory main, int[] stripBytes, int firstStrip) {
    int[] offsets = new int[stripBytes.length];
    offsets[0] = firstStrip;
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = Math.addExact(offsets[i - 1], stripBytes[i - 1]);
    }
    int depth = rows.bitDepth();
    boolean floats = depth == FLOAT_BITS;
    if (floats) {
      main.putShorts(339, FLOATING_POINT, FLOATING_POINT, FLOATING_POINT);
    }
    if (blocks.xmp().length > 0) {
      main.put(XMP, BYTE_TYPE, blocks.xmp().length, blocks.xmp());
    }
    if (blocks.profile().length > 0) {
      main.put(PROFILE, UNDEFINED_TYPE, blocks.profile().length, blocks.profile());
    }
    return main.putLongs(256, rows.width())
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
        .putShorts(317, floats ? FLOATING_POINT_DIFFERENCING : HORIZONTAL_DIFFERENCING);
  }

  private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
