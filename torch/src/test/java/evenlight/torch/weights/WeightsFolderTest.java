package evenlight.torch.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.fusion.FusionSettings;
import evenlight.fusion.NoWeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFolderTest {
  private static final Path HOME = Path.of("home");
  private static final Map<String, String> VARIABLE = Map.of("EVENLIGHT_WEIGHTS", "variable");

  @TempDir private Path folder;

  @Test
  void chosen_nothingNamed_liesInTheHome() {
    assertThat(WeightsFolder.chosen(Optional.empty(), Map.of(), HOME).folder())
        .isEqualTo(Path.of("home", ".evenlight", "weights"));
  }

  @Test
  void chosen_emptyVariable_liesInTheHome() {
    Map<String, String> empty = Map.of("EVENLIGHT_WEIGHTS", "");
    assertThat(WeightsFolder.chosen(Optional.empty(), empty, HOME).folder()).startsWithRaw(HOME);
  }

  @Test
  void chosen_variable_goesBeforeTheHome() {
    assertThat(WeightsFolder.chosen(Optional.empty(), VARIABLE, HOME).folder())
        .isEqualTo(Path.of("variable"));
  }

  @Test
  void chosen_given_goesBeforeTheVariable() {
    assertThat(WeightsFolder.chosen(Optional.of(Path.of("given")), VARIABLE, HOME).folder())
        .isEqualTo(Path.of("given"));
  }

  @Test
  void fileFor_fileOfThatId_isFound() throws IOException {
    Path file = Files.createFile(folder.resolve("pmgi.safetensors"));
    FusionSettings settings = FusionSettings.defaults().withWeightsFolder(folder);
    assertThat(WeightsFolder.fileFor(settings, "pmgi", "pmgi CGAN.index")).isEqualTo(file);
  }

  @Test
  void fileFor_fileThatTheSettingsName_goesBeforeTheFolder() throws IOException {
    Files.createFile(folder.resolve("pmgi.safetensors"));
    Path named = folder.resolve("other.safetensors");
    FusionSettings settings =
        FusionSettings.defaults().withWeightsFolder(folder).withWeights(named);
    assertThat(WeightsFolder.fileFor(settings, "pmgi", "pmgi CGAN.index")).isEqualTo(named);
  }

  @Test
  void fileFor_noSuchFile_saysWhichCommandGetsIt() {
    FusionSettings settings = FusionSettings.defaults().withWeightsFolder(folder);
    Path file = folder.resolve("pmgi.safetensors");
    assertThatThrownBy(() -> WeightsFolder.fileFor(settings, "pmgi", "pmgi CGAN.index"))
        .isInstanceOf(NoWeightsException.class)
        .hasMessage(
            "pmgi needs weights, which its authors published, but there are none at "
                + file
                + "; get them by: evenlight weights import pmgi CGAN.index -o "
                + file);
  }
}
