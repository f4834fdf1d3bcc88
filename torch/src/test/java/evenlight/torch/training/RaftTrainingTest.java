package evenlight.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.dataset.Scene;
import evenlight.dataset.Scene.Split;
import evenlight.fusion.Device;
import evenlight.json.JsonRecords;
import evenlight.torch.network.RaftConfig;
import evenlight.torch.network.SavedRaft;
import evenlight.torch.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaftTrainingTest {
  @TempDir private Path folder;
  private final Recorder recorder = new Recorder();

  private static RecipePlan plan(String size) {
    String json =
        TrainingPlan.named("raft-small")
            .toJson()
            .replaceAll("\"size\": \\d+", "\"size\": " + size)
            .replaceAll("\"batch\": \\d+", "\"batch\": 1")
            .replaceAll("\"iterations\": \\d+", "\"iterations\": 2")
            .replaceAll("\"validations\": \\d+", "\"validations\": 1")
            .replaceAll("\"validateEvery\": \\d+", "\"validateEvery\": 2")
            .replaceAll("\"maxReduction\": \\d+", "\"maxReduction\": 1");
    return JsonRecords.read(json, RecipePlan.class);
  }

  @Test
  void train_twoSteps_yieldsARaftAndItsErrors() throws IOException {
    List<Scene> scenes =
        List.of(
            TestScenes.of(folder, "a", 132, 140, Split.TRAIN),
            TestScenes.of(folder, "b", 136, 130, Split.VAL));
    TrainerSettings settings = TrainerSettings.defaults().on(Device.CPU, 1);
    Path file =
        new Trainer(plan("128").withSteps(2), folder, settings, List.of(recorder)).train(scenes);
    assertThat(SavedRaft.fromWeights(Safetensors.read(file), file.toString()).config())
        .isEqualTo(RaftConfig.SMALL);
    assertThat(recorder.validations).hasSize(1);
    assertThat(recorder.validations.get(0).scores().keySet())
        .containsExactly("epe-0.0-ev", "epe-2.0-ev", "epe-4.0-ev", "epe-6.0-ev");
    assertThat(recorder.steps).allMatch(step -> step.loss() > 0 && step.gradientNorm() > 0);
  }

  @Test
  void plan_patchesOfAnOddSize_areRefused() {
    assertThatThrownBy(() -> plan("130"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a multiple of 8 from 128 on, but is 130");
  }
}
