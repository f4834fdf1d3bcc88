package evenlight.torch.weights.checkpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MaskedChecksumTest {
  /** CRC-32C of "123456789" is e3069283, as every catalogue of checksums tells. */
  @Test
  void of_checkValue_isRotatedAndOffset() {
    ByteBuffer digits = ByteBuffer.wrap("-123456789-".getBytes(US_ASCII), 1, 9);
    assertThat(MaskedChecksum.of(digits))
        .isEqualTo(Integer.rotateLeft(0xe3069283, 17) + 0xa282ead8);
    assertThat(digits.remaining()).isEqualTo(9);
  }
}
