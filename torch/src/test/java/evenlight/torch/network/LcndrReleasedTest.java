package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LcndrReleasedTest {
  private static LcndrReleased network;

  @BeforeAll
  static void make() {
    PairNetwork.seed();
    network = LcndrReleased.seeded(3);
  }

  @Test
  void parameters_ofAll_areAsManyAsReleased() {
    assertThat(PairNetwork.parameters(network)).isEqualTo(107_204);
  }

  @Test
  void forwardTiled_oddSizes_isWhatTheWholePictureGives() {
    PairNetwork.assertSame(
        1, 101, 77, network::forward, (over, under) -> network.forwardTiled(over, under, 32));
  }

  @Test
  void forward_leastSize_hasOnePosition() {
    PairNetwork.assertSame(
        1, 13, 20, network::forward, (over, under) -> network.forwardTiled(over, under, 8));
  }

  @Test
  void forward_tooSmall_saysTheLeastSize() {
    try (TensorScope scope = new TensorScope()) {
      Tensor small = torch.rand(1, 1, 12, 30);
      assertThatThrownBy(() -> network.forward(small, small))
          .hasMessage("exposures must be at least 13×13, but are 12×30");
    }
  }
}
