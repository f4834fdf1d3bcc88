package evenlight.image.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelStretchTest {
  @Test
  void minMax_samples_coverAllLevels() {
    assertThat(LevelStretch.MIN_MAX.of(new float[] {-1, 0, 1, 3})).containsExactly(0, 64, 128, 255);
  }

  @Test
  void max_samples_keepBlack() {
    assertThat(LevelStretch.MAX.of(new float[] {0.1f, 0.25f, 0.5f})).containsExactly(51, 128, 255);
  }

  @Test
  void minMax_flatPlane_isBlack() {
    assertThat(LevelStretch.MIN_MAX.of(new float[] {0.5f, 0.5f})).containsExactly(0, 0);
  }
}
