package evenlight.image.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelRoundingTest {
  @ParameterizedTest
  @CsvSource({
    "-300, 0, 0, 212",
    "-1.5, 0, 0, 255",
    "-0.5, 0, 0, 0",
    "0.49, 0, 0, 0",
    "0.5, 0, 1, 0",
    "127.999, 127, 128, 127",
    "254.5, 254, 255, 254",
    "255.9, 255, 255, 255",
    "256, 255, 255, 0",
    "300.7, 255, 255, 44"
  })
  void of_level_isCutRoundedOrWrapped(double level, int truncated, int rounded, int wrapped) {
    assertThat(Byte.toUnsignedInt(LevelRounding.TRUNCATED.of(level))).isEqualTo(truncated);
    assertThat(Byte.toUnsignedInt(LevelRounding.ROUNDED.of(level))).isEqualTo(rounded);
    assertThat(Byte.toUnsignedInt(LevelRounding.WRAPPED.of(level))).isEqualTo(wrapped);
  }
}
