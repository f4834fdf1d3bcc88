package evenlight.torch.weights.checkpoint;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The checksum of TensorFlow's files: CRC-32C, rotated and offset so that one of data that holds
 * checksums is no weaker.
 */
public final class MaskedChecksum {
  private static final int OFFSET = 0xa282ead8;
  private static final int ROTATION = 15;

  private MaskedChecksum() {}

  /** Of what remains in a buffer, which is left as it is. */
  public static int of(ByteBuffer bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.duplicate());
    return Integer.rotateRight((int) checksum.getValue(), ROTATION) + OFFSET;
  }
}
