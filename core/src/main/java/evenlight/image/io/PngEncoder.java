package evenlight.image.io;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes PNG: grey or RGB of 8 or 16 bits, not interlaced.
 *
 * <p>Blocks of rows are filtered and compressed on all processors. A block's compressed bytes end
 * at a whole byte, so that one after the other they are the single stream that the format wants.
 */
final class PngEncoder {
  private static final long SIGNATURE = 0x89504e470d0a1a0aL;
  private static final byte GREY = 0;
  private static final byte RGB = 2;

  /** The name of a profile, a zero, and deflate as the method of compression. */
  private static final byte[] PROFILE_NAME = "ICC profile\0\0".getBytes(US_ASCII);

  /** A keyword, and that the text is not compressed, of no language, with no translated keyword. */
  private static final byte[] XMP_KEYWORD = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(US_ASCII);

  /** The header of a zlib stream: deflate with a window of 32 kB. */
  private static final byte[] ZLIB_HEADER = {0x78, 0x01};

  @SuppressWarnings("ArrayRecordComponent")
  private record Block(byte[] filtered, byte[] deflated) {}

  private final InterleavedRows rows;
  private final FileBlocks blocks;

  private PngEncoder(InterleavedRows rows, FileBlocks blocks) {
    this.rows = rows;
    this.blocks = blocks;
  }

  /** Writes a whole file. */
  static void encode(InterleavedRows rows, FileBlocks blocks, OutputStream out) throws IOException {
    new PngEncoder(rows, blocks).encode(out);
  }

  private void encode(OutputStream out) throws IOException {
    out.write(ByteBuffer.allocate(Long.BYTES).putLong(SIGNATURE).array());
    write(out, "IHDR", header());
    writeBlocks(out);
    write(out, "IDAT", ZLIB_HEADER);
    Adler32 checksum = new Adler32();
    InOrder.run(
        rows.blocks(),
        this::block,
        block -> {
          checksum.update(block.filtered());
          write(out, "IDAT", block.deflated());
        });
    write(out, "IDAT", ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    write(out, "IEND");
  }

  /** A profile, EXIF, and a text that is XMP (PNG specification, third edition, section 11.3). */
  private void writeBlocks(OutputStream out) throws IOException {
    if (blocks.profile().length > 0) {
      write(out, "iCCP", PROFILE_NAME, Deflate.text(blocks.profile()));
    }
    byte[] exif = blocks.exifBlock();
    if (exif.length > 0) {
      write(out, "eXIf", exif);
    }
    if (blocks.xmp().length > 0) {
      write(out, "iTXt", XMP_KEYWORD, blocks.xmp());
    }
  }

  private byte[] header() {
    return ByteBuffer.allocate(13)
        .putInt(rows.width())
        .putInt(rows.height())
        .put((byte) rows.bitDepth())
        .put(rows.channels() == 1 ? GREY : RGB)
        .array();
  }

  private Block block(int number) {
    byte[] filtered = PngFilter.paeth(rows, number);
    return new Block(filtered, Deflate.part(filtered, number == rows.blocks() - 1));
  }

  private static void write(OutputStream out, String type, byte[]... parts) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(8);
    start.putInt(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    start.put(type.getBytes(US_ASCII));
    CRC32 checksum = new CRC32();
    checksum.update(start.array(), 4, 4);
    out.write(start.array());
    for (byte[] part : parts) {
      checksum.update(part);
      out.write(part);
    }
    out.write(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
  }
}
