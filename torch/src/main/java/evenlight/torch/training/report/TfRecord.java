package evenlight.torch.training.report;

import evenlight.torch.weights.checkpoint.MaskedChecksum;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A record as TensorFlow frames it: length, its checksum, content, its checksum; little-endian. */
final class TfRecord {
  private TfRecord() {}

  static byte[] frame(byte[] content) {
    ByteBuffer record =
        ByteBuffer.allocate(Math.addExact(content.length, Long.BYTES + 2 * Integer.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(content.length);
    record.putInt(MaskedChecksum.of(ByteBuffer.wrap(record.array(), 0, Long.BYTES)));
    record.put(content);
    record.putInt(MaskedChecksum.of(ByteBuffer.wrap(content)));
    return record.array();
  }
}
