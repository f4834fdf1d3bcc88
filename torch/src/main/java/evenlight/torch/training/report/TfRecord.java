package evenlight.torch.training.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A record as TensorFlow frames it: length, its checksum, content, its checksum; little-endian.
 * Checksums are CRC-32C, rotated and offset so that one of data that holds checksums is no weaker.
 */
final class TfRecord {
  private static final int MASK_OFFSET = 0xa282ead8;
  private static final int MASK_ROTATION = 15;

  private TfRecord() {}

  static byte[] frame(byte[] content) {
    ByteBuffer record =
        ByteBuffer.allocate(Math.addExact(content.length, Long.BYTES + 2 * Integer.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(content.length);
    record.putInt(maskedChecksum(record.array(), Long.BYTES));
    record.put(content);
    record.putInt(maskedChecksum(content, content.length));
    return record.array();
  }

  /** Of the first bytes of an array. */
  static int maskedChecksum(byte[] bytes, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, length);
    return Integer.rotateRight((int) checksum.getValue(), MASK_ROTATION) + MASK_OFFSET;
  }
}
