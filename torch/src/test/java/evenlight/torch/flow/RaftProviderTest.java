package evenlight.torch.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowEstimators;
import evenlight.flow.FlowField;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import evenlight.torch.network.Parameters;
import evenlight.torch.network.Raft;
import evenlight.torch.network.RaftConfig;
import evenlight.torch.network.SavedRaft;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaftProviderTest {
  @TempDir Path folder;

  @BeforeAll
  static void load() {
    Natives.load();
  }

  private Path saved(RaftConfig config, String name) throws IOException {
    torch.manual_seed(2);
    Path file = folder.resolve(name);
    Files.write(file, Safetensors.toBytes(SavedRaft.toWeights(new Raft(config), Map.of())));
    return file;
  }

  private static Image picture(int height, int width) {
    float[] plane = new float[height * width];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i % 7 / 7f;
    }
    return Image.of(height, width, plane, plane, plane);
  }

  @Test
  void named_importedWeights_findFlowOfThePicturesSize() throws IOException {
    saved(RaftConfig.SMALL, "raft-small.safetensors");
    FlowEstimator raft =
        FlowEstimators.named("raft", FusionSettings.defaults().withWeightsFolder(folder));
    FlowField flow = raft.flow(picture(50, 61), picture(50, 61));
    assertThat(flow.height()).isEqualTo(50);
    assertThat(flow.width()).isEqualTo(61);
    assertThat(raft.description()).startsWith("raft-small, parameters ");
  }

  @Test
  void named_fileOfTheLargeNetwork_isTaken() throws IOException {
    Path file = saved(RaftConfig.LARGE, "any.safetensors");
    FlowEstimator raft = FlowEstimators.named("raft", FusionSettings.defaults().withWeights(file));
    assertThat(raft.description()).startsWith("raft-large, parameters ");
  }

  @Test
  void named_fileOfAnotherNetwork_isRefused() throws IOException {
    Path file = folder.resolve("other.safetensors");
    Files.write(
        file,
        Safetensors.toBytes(Parameters.of(new Raft(RaftConfig.SMALL), Map.of("network", "pmgi"))));
    FusionSettings settings = FusionSettings.defaults().withWeights(file);
    assertThatThrownBy(() -> FlowEstimators.named("raft", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("for raft-small or raft-large")
        .hasMessageEndingWith("are for pmgi");
  }
}
