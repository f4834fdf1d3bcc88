package evenlight.image.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhotoTest {
  @Test
  void new_oneChannel_isRefused() {
    assertThatThrownBy(() -> new Photo(Pictures.constant(1, 1, 0), 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a photograph must have 3 channels, but has 1");
  }

  @Test
  void new_otherDepth_isRefused() {
    assertThatThrownBy(() -> new Photo(Pictures.constant(1, 1, 0, 0, 0), 12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a photograph must have 8, 16 or 32 bits a sample, but has 12");
  }
}
