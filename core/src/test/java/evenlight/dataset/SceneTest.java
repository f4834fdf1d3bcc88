package evenlight.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneTest {
  private static final Path DARK = Path.of("dark.png");
  private static final Path BRIGHT = Path.of("bright.png");

  @Test
  void of_frames_takesFirstAndLast() {
    Scene scene = Scene.of("hall", List.of(DARK, Path.of("mid.png"), BRIGHT), Split.VAL);
    assertThat(scene.under()).isEqualTo(DARK);
    assertThat(scene.over()).isEqualTo(BRIGHT);
    assertThat(scene.pairNamed()).isFalse();
  }

  @Test
  void of_tooFewFrames_isRefused() {
    assertThatThrownBy(() -> Scene.of("hall", List.of(), Split.VAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a scene must have at least 2 frames, but hall has none");
    assertThatThrownBy(() -> Scene.of("hall", List.of(DARK), Split.VAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a scene must have at least 2 frames, but hall has 1");
  }

  @Test
  void withGroundTruth_frame_isRefused() {
    assertThatThrownBy(() -> Scene.ofPair("hall", DARK, BRIGHT).withGroundTruth(Optional.of(DARK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the ground truth of scene hall must be none of its frames");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "a\nb"})
  void new_nameThatNoFileCanHave_isRefused(String name) {
    assertThatThrownBy(() -> Scene.ofPair(name, DARK, BRIGHT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the name of a scene must be usable as that of a file, but is");
  }
}
