package evenlight.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import evenlight.dataset.Scene.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Datasets of real photographs kept beside the project. */
@Tag("shared")
class SharedDatasetsTest {
  private final Path data = Path.of(System.getProperty("evenlight.shared", "shared"), "data");

  @BeforeEach
  void datasetsAreThere() {
    assumeTrue(Files.isDirectory(data), () -> "the datasets must be in " + data);
  }

  @Test
  void read_mefb_has40Pairs() throws IOException {
    List<Scene> scenes = Dataset.read(data.resolve("mefb")).requireWhole();
    assertThat(scenes).hasSize(40).allMatch(Scene::pairNamed);
    assertThat(scenes).allMatch(scene -> scene.groundTruth().isEmpty());
  }

  @Test
  void read_sice_has6PairsWithGroundTruth() throws IOException {
    List<Scene> scenes = Dataset.read(data.resolve("sice")).requireWhole();
    assertThat(scenes).hasSize(6).allMatch(scene -> scene.groundTruth().isPresent());
    assertThat(scenes).allMatch(scene -> scene.frames().size() == 2);
  }

  @Test
  void read_train_has99BracketsAndTheirTable() throws IOException {
    List<Scene> scenes = Dataset.read(data.resolve("train")).requireWhole();
    assertThat(scenes).hasSize(99).allMatch(Scene::pairNamed);
    assertThat(scenes.stream().mapToInt(scene -> scene.frames().size()).sum()).isEqualTo(526);
    assertThat(scenes.stream().filter(scene -> scene.split() == Split.VAL)).hasSize(14);
  }
}
