package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;

import evenlight.torch.block.Region;
import evenlight.torch.network.LcndrReleased.Overview;
import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import evenlight.torch.weights.Weights;
import evenlight.torch.weights.published.PublishedNetwork;
import evenlight.torch.weights.published.SharedWeights;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks with their authors' weights against stored outputs and activations. */
@Tag("shared")
class SharedPairNetworksTest {
  private static final double CLOSE = 1e-5;

  @BeforeAll
  static void load() {
    Natives.load();
  }

  /** A case of a file of tensors; the second has fewer of them. */
  private record Golden(GoldenTensors tensors, String prefix) {
    static Golden of(String file, String prefix) throws IOException {
      return new Golden(GoldenTensors.read(file), prefix + ".");
    }

    Tensor tensor(String name) {
      return tensors.tensor(prefix + name);
    }

    void assertHolds(String name, Tensor actual, double tolerance) {
      if (tensors.tensors().tensors().containsKey(prefix + name)) {
        tensors.assertClose(prefix + name, actual, tolerance);
      }
    }
  }

  private static <M extends Module> M published(M network, PublishedNetwork which, String... files)
      throws IOException {
    Parameters.load(network, SharedWeights.imported(which, files), "the published weights");
    network.eval();
    return network;
  }

  private static Halder halder() throws IOException {
    return published(
        new Halder(),
        PublishedNetwork.HALDER,
        "halder/latest_net_G_A.pth",
        "halder/latest_net_G_V.pth",
        "halder/latest_net_G_H.pth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"case1", "case2"})
  void lcndrReleased_checkpoint_givesTheStoredTensors(String prefix) throws IOException {
    LcndrReleased network =
        published(new LcndrReleased(), PublishedNetwork.LCNDR_RELEASED, "lcndr-released/model.pth");
    assertLcndr(network, Golden.of("lcndr-released", prefix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"case1", "case2"})
  void lcndrReleased_seedOne_givesTheStoredTensors(String prefix) throws IOException {
    assertLcndr(LcndrReleased.seeded(1), Golden.of("lcndr-released-seed1", prefix));
  }

  private static void assertLcndr(LcndrReleased network, Golden golden) {
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = golden.tensor("over_y");
      Tensor under = golden.tensor("under_y");
      golden.assertHolds(
          "over.conv_1.ch0_1", network.shallow(over).narrow(1, 0, 2).contiguous(), CLOSE);
      assertBranch(network, golden, "over", over, under);
      assertBranch(network, golden, "under", under, over);
      golden.assertHolds("out", network.forward(over, under), CLOSE);
    }
  }

  private static void assertBranch(
      LcndrReleased network, Golden golden, String branch, Tensor self, Tensor other) {
    long side = Math.max(self.size(2), self.size(3));
    Overview overview = network.overview(self, other, side);
    Region whole = new Region(0, 0, self.size(2), self.size(3));
    golden.assertHolds(branch + ".m1.se.scale", overview.scale(), CLOSE);
    golden.assertHolds(branch + ".m3.relu2", network.positions(self, other, side), 5e-5);
    golden.assertHolds(branch + ".m3.attention", overview.attended(), 3e-5);
    golden.assertHolds(branch + ".m", network.mask(self, overview, whole), CLOSE);
  }

  @Test
  void seeded_one_hasTheStoredParameters() throws IOException {
    Weights drawn = Parameters.of(LcndrReleased.seeded(1), Map.of());
    Weights stored = SharedWeights.golden("lcndr-released-seed1.weights");
    assertThat(drawn.tensors().keySet()).isEqualTo(stored.tensors().keySet());
    for (String name : stored.tensors().keySet()) {
      assertThat(drawn.tensor(name).values()).as(name).isEqualTo(stored.tensor(name).values());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case1", "case2"})
  void sdNet_checkpoint_givesTheStoredTensors(String prefix) throws IOException {
    SdNet network = published(new SdNet(), PublishedNetwork.SD_NET, "sdnet/MEF.model-11.index");
    Golden golden = Golden.of("sdnet", prefix);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = golden.tensor("over_y");
      Tensor under = golden.tensor("under_y");
      for (int layer : new int[] {1, 4}) {
        Tensor ofUnder = network.underFeatures(under).get(layer - 1).narrow(1, 0, 2);
        golden.assertHolds("layer" + layer + "_ir.ch0_1", ofUnder.contiguous(), CLOSE);
        Tensor ofOver = network.overFeatures(over).get(layer - 1).narrow(1, 0, 2);
        golden.assertHolds("layer" + layer + "_vi.ch0_1", ofOver.contiguous(), CLOSE);
      }
      golden.assertHolds("out", network.forward(over, under), CLOSE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"case1", "case2"})
  void halder_checkpoints_giveTheStoredTensors(String prefix) throws IOException {
    Halder network = halder();
    Golden golden = Golden.of("halder", prefix);
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = golden.tensor("over_rgb");
      Tensor under = golden.tensor("under_rgb");
      Tensor coarse = network.coarse(over, under, 128);
      golden.assertHolds("under.attention", network.underAttention(under), CLOSE);
      golden.assertHolds("coarse", coarse, CLOSE);
      golden.assertHolds("illumination", network.illumination(coarse), CLOSE);
      golden.assertHolds("out", network.forward(over, under), CLOSE);
    }
  }

  @Test
  void halder_tilesOfAPicture_giveWhatTheWholeGives() throws IOException {
    Halder network = halder();
    Golden golden = Golden.of("halder", "case2");
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor tiled =
          network.forwardTiled(golden.tensor("over_rgb"), golden.tensor("under_rgb"), 40);
      golden.assertHolds("out", tiled, CLOSE);
      assertThat(Tensors.toArray(tiled)).doesNotContain(Float.NaN);
    }
  }
}
