package evenlight.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FusionSettingsTest {
  @Test
  void defaults_always_useShippedWeightsAndTheBestDevice() {
    assertThat(FusionSettings.defaults())
        .isEqualTo(new FusionSettings(Optional.empty(), Device.AUTO, 0, Map.of()));
  }

  @Test
  void withWeights_file_changesNothingElse() {
    Path file = Path.of("w.safetensors");
    assertThat(new FusionSettings(Optional.empty(), Device.CPU, 3, Map.of()).withWeights(file))
        .isEqualTo(new FusionSettings(Optional.of(file), Device.CPU, 3, Map.of()));
  }

  @Test
  void new_negativeThreads_isRefused() {
    assertThatThrownBy(() -> new FusionSettings(Optional.empty(), Device.AUTO, -1, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads must be 1 or more, or 0 for one per core, but is -1");
  }
}
