package evenlight.torch.ablation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainedNetworkTest {
  @TempDir private Path folder;

  @Test
  void read_keptNetwork_isThere() throws IOException {
    assertThat(TrainedNetwork.read(folder)).isEmpty();
    Path weights = Files.writeString(folder.resolve("full.safetensors"), "weights");
    TrainedNetwork kept = TrainedNetwork.keep(folder, weights);
    assertThat(TrainedNetwork.read(folder)).contains(kept);
    assertThat(kept.file(folder)).isEqualTo(weights);
  }

  @Test
  void read_otherWeightsOrNote_isNotDone() throws IOException {
    Path weights = Files.writeString(folder.resolve("full.safetensors"), "weights");
    TrainedNetwork.keep(folder, weights);
    Files.writeString(weights, "other");
    assertThat(TrainedNetwork.read(folder)).isEmpty();
    TrainedNetwork.keep(folder, weights);
    Files.writeString(folder.resolve("trained.json"), "{\"weights\":");
    assertThat(TrainedNetwork.read(folder)).isEmpty();
  }
}
