package evenlight.image.io;

import evenlight.image.Image;
import java.nio.ByteBuffer;

/**
 * An image as files store it: row by row, the samples of a pixel one after the other, each in 8, 16
 * or 32 bits with its high byte first, where 32 bits are a floating-point number.
 */
final class InterleavedRows {
  private static final int BLOCK_BYTES = 1 << 18;

  private final Image image;
  private final int bitDepth;

  InterleavedRows(Image image, int bitDepth) {
    this.image = image;
    this.bitDepth = bitDepth;
  }

  /** Rows. */
  int height() {
    return image.height();
  }

  /** Pixels of a row. */
  int width() {
    return image.width();
  }

  /** Samples of a pixel. */
  int channels() {
    return image.channels();
  }

  /** Bits of a sample: 8, 16 or 32. */
  int bitDepth() {
    return bitDepth;
  }

  /** Bytes of a pixel. */
  int pixelBytes() {
    return channels() * bitDepth / Byte.SIZE;
  }

  /** Bytes of a row. */
  int rowBytes() {
    return Math.multiplyExact(width(), pixelBytes());
  }

  /** How many rows are a good part to compress at a time. */
  int blockRows() {
    return Math.min(height(), Math.max(1, BLOCK_BYTES / rowBytes()));
  }

  /** How many blocks of that many rows there are; the last may be shorter. */
  int blocks() {
    return (height() + blockRows() - 1) / blockRows();
  }

  /** The row behind the last one of a block. */
  int blockEnd(int block) {
    return Math.min(height(), (block + 1) * blockRows());
  }

  /** A copier of rows; each belongs to one thread. */
  Reader reader() {
    return switch (bitDepth) {
      case 8 -> new Bytes();
      case 16 -> new Shorts();
      default -> new Floats();
    };
  }

  /** Copies rows. */
  interface Reader {
    /** Writes the bytes of a row to an array, from an offset on. */
    void read(int y, byte[] row, int offset);
  }

  private final class Bytes implements Reader {
    private final byte[] samples = new byte[width()];

    @Override
    public void read(int y, byte[] row, int offset) {
      for (int c = 0; c < channels(); c++) {
        image.row(c, y, samples);
        for (int x = 0, i = offset + c; x < samples.length; x++, i += channels()) {
          row[i] = samples[x];
        }
      }
    }
  }

  private final class Shorts implements Reader {
    private final short[] samples = new short[width()];

    @Override
    public void read(int y, byte[] row, int offset) {
      for (int c = 0; c < channels(); c++) {
        image.row(c, y, samples);
        for (int x = 0, i = offset + 2 * c; x < samples.length; x++, i += 2 * channels()) {
          row[i] = (byte) (samples[x] >> Byte.SIZE);
          row[i + 1] = (byte) samples[x];
        }
      }
    }
  }

  private final class Floats implements Reader {
    private final float[] samples = new float[width()];

    @Override
    public void read(int y, byte[] row, int offset) {
      ByteBuffer floats = ByteBuffer.wrap(row);
      for (int c = 0; c < channels(); c++) {
        image.row(c, y, samples);
        for (int x = 0; x < samples.length; x++) {
          if (Float.isNaN(samples[x])) {
            throw new IllegalArgumentException("samples must be numbers, but one is NaN");
          }
          floats.putFloat(offset + Float.BYTES * (x * channels() + c), samples[x]);
        }
      }
    }
  }
}
