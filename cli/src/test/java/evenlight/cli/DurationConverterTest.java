package evenlight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {
  @ParameterizedTest
  @CsvSource({"90m, PT90M", "2h30m, PT2H30M", "45s, PT45S", "1h5s, PT1H5S", "0s, PT0S"})
  void convert_time_isThatLong(String text, Duration expected) {
    assertThat(new DurationConverter().convert(text)).isEqualTo(expected);
  }

  @Test
  void convert_tooLong_isRefused() {
    assertThatThrownBy(() -> new DurationConverter().convert("9".repeat(30) + "h"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("a time must be written like 90m");
  }
}
