package evenlight.torch.weights.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementTypeTest {
  private static ByteBuffer data() {
    return ByteBuffer.allocate(2 * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  @ParameterizedTest
  @CsvSource({
    "0000, 0",
    "3c00, 1",
    "c000, -2",
    "3555, 0.333251953125",
    "7bff, 65504",
    "0400, 6.103515625e-5",
    "03ff, 6.097555160522461e-5",
    "0001, 5.960464477539063e-8",
    "7c00, Infinity",
    "fc00, -Infinity",
    "7e00, NaN"
  })
  void value_half_isThatOfTheStandard(String bits, float value) {
    ByteBuffer data = data().putShort(2, (short) Integer.parseInt(bits, 16));
    assertThat(ElementType.FLOAT16.value(data, 1)).isEqualTo(Float.valueOf(value));
  }

  @Test
  void value_otherFloats_areRoundedToSingle() {
    assertThat(ElementType.BFLOAT16.value(data().putShort(0, (short) 0xbfc0), 0)).isEqualTo(-1.5f);
    assertThat(ElementType.FLOAT64.value(data().putDouble(8, 1.0 / 3), 1)).isEqualTo(1 / 3f);
    assertThat(ElementType.FLOAT64.value(data().putDouble(0, 1e300), 0)).isInfinite();
    assertThat(ElementType.FLOAT32.value(data().putFloat(4, 0.1f), 1)).isEqualTo(0.1f);
  }

  @Test
  void value_integer_isRefused() {
    assertThat(ElementType.INT64.isFloatingPoint()).isFalse();
    assertThatThrownBy(() -> ElementType.INT64.value(data(), 0))
        .isInstanceOf(IllegalStateException.class);
  }
}
