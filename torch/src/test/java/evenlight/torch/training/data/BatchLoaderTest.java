package evenlight.torch.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.torch.training.TestScenes;
import evenlight.torch.training.plan.PatchPlan;
import evenlight.torch.training.plan.PatchPlan.Pairing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchLoaderTest {
  @TempDir private Path folder;
  private Scene scene;
  private PatchSampler sampler;

  @BeforeEach
  void makeScene() throws IOException {
    scene = TestScenes.of(folder, "a", 80, 96, Split.TRAIN);
    TrainingScene read = TrainingScene.read(scene, LuminanceContent.AIMLESS, new PlaneCache(0));
    PatchPlan plan = new PatchPlan(64, 1, 1, 1, 1, Pairing.DEFAULT, 0);
    sampler = new PatchSampler(List.of(read), plan, 1);
  }

  @Test
  void take_fromANumberOn_givesTheBatchesInOrder() throws IOException {
    try (BatchLoader<Batch> loader = new BatchLoader<>(sampler, 4)) {
      for (int number = 4; number < 12; number++) {
        assertThat(loader.take().over().get(0)).isEqualTo(sampler.batch(number).over().get(0));
      }
    }
  }

  @Test
  void take_frameThatIsGone_isNamed() throws IOException {
    Files.delete(scene.over());
    try (BatchLoader<Batch> loader = new BatchLoader<>(sampler, 0)) {
      assertThatThrownBy(loader::take)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(scene.over().toString());
    }
  }

  @Test
  void take_frameThatChangedItsSize_isNamed() throws IOException {
    TestScenes.write(scene.over(), 80, 95, 1);
    try (BatchLoader<Batch> loader = new BatchLoader<>(sampler, 0)) {
      assertThatThrownBy(loader::take)
          .isInstanceOf(IOException.class)
          .hasMessage(
              "all pictures of scene a must be 80×96, but %s is 80×95 (height×width)",
              scene.over());
    }
  }
}
