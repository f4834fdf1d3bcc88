package evenlight.torch.training.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TfRecordTest {
  /** CRC-32C of "123456789" is e3069283, as every catalogue of checksums tells. */
  @Test
  void checksum_checkValue_isThatOfTheCatalogues() {
    assertThat(ProtoFields.checksum("123456789".getBytes(US_ASCII))).isEqualTo(0xe3069283);
  }

  @Test
  void frame_content_liesBetweenChecksumsOfLengthAndOfItself() {
    byte[] record = TfRecord.frame("abc".getBytes(US_ASCII));
    assertThat(record).hasSize(8 + 4 + 3 + 4);
    assertThat(HexFormat.of().formatHex(record, 0, 8)).isEqualTo("0300000000000000");
    assertThat(new String(record, 12, 3, US_ASCII)).isEqualTo("abc");
  }
}
