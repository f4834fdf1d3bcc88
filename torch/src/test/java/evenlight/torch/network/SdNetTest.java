package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.network.SdNet.Sources;
import evenlight.torch.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SdNetTest {
  private static SdNet network;

  @BeforeAll
  static void make() {
    PairNetwork.seed();
    network = new SdNet();
  }

  @Test
  void parameters_ofAll_areAsManyAsInTheCheckpoint() {
    assertThat(PairNetwork.parameters(network)).isEqualTo(67_091);
  }

  @Test
  void parameters_ofTheFusion_areThoseOfLayersOneToFive() {
    try (TensorScope scope = new TensorScope()) {
      long fusing =
          Parameters.trainable(network).entrySet().stream()
              .filter(entry -> entry.getKey().matches("fusion_model\\.layer[1-5]_.*"))
              .mapToLong(entry -> entry.getValue().numel())
              .sum();
      assertThat(fusing).isEqualTo(28_705);
    }
  }

  @Test
  void forwardTiled_oddSizes_isWhatTheWholePictureGives() {
    PairNetwork.assertSame(
        1, 61, 45, network::forward, (over, under) -> network.forwardTiled(over, under, 16));
  }

  @Test
  void decompose_fusedPicture_givesTwoOfItsSize() {
    try (TensorScope scope = new TensorScope()) {
      Sources sources = network.decompose(torch.rand(2, 1, 9, 14));
      assertThat(sources.over().shape()).containsExactly(2, 1, 9, 14);
      assertThat(sources.under().shape()).containsExactly(2, 1, 9, 14);
      assertThat(sources.over().allclose(sources.under())).isFalse();
    }
  }

  @Test
  void forward_colour_isRefused() {
    try (TensorScope scope = new TensorScope()) {
      Tensor colour = torch.rand(1, 3, 8, 8);
      assertThatThrownBy(() -> network.forward(colour, colour))
          .hasMessage("both exposures must be B×1×H×W of one size, but are 1×3×8×8 and 1×3×8×8");
    }
  }
}
