package evenlight.torch.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The first two are the examples of the description of the format. */
class ProtoMessageTest {
  @Test
  void integer_oneHundredAndFifty_takesTwoBytes() {
    assertThat(hex(new ProtoMessage().integer(1, 150))).isEqualTo("089601");
  }

  @Test
  void text_testing_followsItsLength() {
    assertThat(hex(new ProtoMessage().text(2, "testing"))).isEqualTo("120774657374696e67");
  }

  @Test
  void message_nested_followsItsLength() {
    assertThat(hex(new ProtoMessage().message(3, new ProtoMessage().integer(1, 150))))
        .isEqualTo("1a03089601");
  }

  @Test
  void integer_zeroAndLarge_areWhole() {
    assertThat(hex(new ProtoMessage().integer(2, 0))).isEqualTo("1000");
    assertThat(ProtoFields.parse(new ProtoMessage().integer(2, 1L << 40).toBytes()).only(2))
        .isEqualTo(1L << 40);
  }

  @Test
  void real_one_isLittleEndian() {
    assertThat(hex(new ProtoMessage().real(1, 1))).isEqualTo("09000000000000f03f");
    assertThat(hex(new ProtoMessage().single(2, 1))).isEqualTo("150000803f");
  }

  private static String hex(ProtoMessage message) {
    return HexFormat.of().formatHex(message.toBytes());
  }
}
