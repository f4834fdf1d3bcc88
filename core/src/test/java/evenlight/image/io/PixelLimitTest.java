package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelLimitTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x.png", "x.jpg", "x.tif"})
  void read_onePixelTooMany_isRefusedWithTheOption(String name) throws IOException {
    Path file = folder.resolve(name);
    Photos.write(Pictures.waves(10, 13, 8), file);
    PixelLimit limit = new PixelLimit(129, Optional.of("--option"));

    assertThatThrownBy(() -> Photos.readAllInProfile(List.of(file), limit))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage(
            "an exposure must have at most 129 pixels, but %s is 10×13 (height×width);"
                    .formatted(file)
                + " --option sets the limit");
    PixelLimit enough = new PixelLimit(130, Optional.empty());
    assertThat(Photos.readAllInProfile(List.of(file), enough)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, PixelLimit.GREATEST + 1})
  void limit_outOfRange_isRefused(long pixels) {
    assertThatThrownBy(() -> new PixelLimit(pixels, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("but is " + pixels);
  }

  @Test
  void read_longStrip_passes() throws IOException {
    Path file = folder.resolve("x.jpg");
    Photos.write(Pictures.waves(10, 65_000, 8), file);

    assertThat(Photos.read(file).image().size()).isEqualTo("10×65000");
  }
}
