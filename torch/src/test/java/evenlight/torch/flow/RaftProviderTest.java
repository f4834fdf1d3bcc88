package evenlight.torch.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.flow.FlowEstimator;
import evenlight.flow.FlowEstimators;
import evenlight.flow.FlowField;
import evenlight.fusion.FusionSettings;
import evenlight.image.Image;
import evenlight.image.io.Sha256;
import evenlight.torch.network.Parameters;
import evenlight.torch.network.Raft;
import evenlight.torch.network.RaftConfig;
import evenlight.torch.network.SavedRaft;
import evenlight.torch.tensor.Natives;
import evenlight.torch.weights.Safetensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RaftProviderTest {
  private static final int SIDE = 160;
  private static final int MARGIN = 16;

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

  /**
   * Smooth spots, as they are and 3 pixels further to the right and 2 further up, at half light.
   */
  @Test
  void named_nothingGiven_findsAKnownShiftWithWhatComesAlong() throws IOException {
    FlowEstimator raft =
        FlowEstimators.named("raft", FusionSettings.defaults().withWeightsFolder(folder));
    FlowField flow = raft.flow(spots(0, 0, 1), spots(3, -2, 0.5));
    double off = 0;
    int count = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      if (Math.min(i % SIDE, i / SIDE) >= MARGIN && Math.max(i % SIDE, i / SIDE) < SIDE - MARGIN) {
        off += Math.hypot(flow.x(i) - 3, flow.y(i) + 2);
        count++;
      }
    }
    assertThat(off / count).isLessThan(1);
    assertThat(raft.description()).startsWith("raft-small, parameters ");
    try (InputStream card = RaftProvider.class.getResourceAsStream("raft-small.md");
        InputStream weights = RaftProvider.class.getResourceAsStream("raft-small.safetensors")) {
      assertThat(new String(card.readAllBytes(), StandardCharsets.UTF_8))
          .contains(Sha256.of(weights.readAllBytes()));
    }
  }

  private static Image spots(double right, double down, double light) {
    SplittableRandom random = new SplittableRandom(9);
    float[] plane = new float[SIDE * SIDE];
    Arrays.fill(plane, 0.2f);
    for (int spot = 0; spot < 300; spot++) {
      double x = random.nextDouble() * SIDE + right;
      double y = random.nextDouble() * SIDE + down;
      double size = 2 + 6 * random.nextDouble();
      double strength = random.nextDouble() - 0.4;
      for (int i = 0; i < plane.length; i++) {
        int row = i / SIDE;
        double dx = (i % SIDE - x) / size;
        double dy = (row - y) / size;
        plane[i] += (float) (strength * Math.exp(-dx * dx - dy * dy));
      }
    }
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) (light * Math.min(Math.max(plane[i], 0), 1));
    }
    return Image.of(SIDE, SIDE, plane, plane, plane);
  }
}
