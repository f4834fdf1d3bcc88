package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evenlight.torch.tensor.TensorScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalderTest {
  private static Halder network;

  @BeforeAll
  static void make() {
    PairNetwork.seed();
    network = new Halder();
    network.eval();
  }

  @Test
  void parameters_ofAll_areTwiceTheAttentionAndTheIllumination() {
    assertThat(PairNetwork.parameters(network)).isEqualTo(2 * 208_835 + 815_625);
  }

  @ParameterizedTest
  @CsvSource({"72, 80", "71, 81", "70, 83"})
  void forwardTiled_anySize_isWhatTheWholePictureGives(long height, long width) {
    PairNetwork.assertSame(
        3, height, width, network::forward, (over, under) -> network.forwardTiled(over, under, 24));
  }

  @Test
  void forwardTiled_sideNotAMultipleOfFour_isRefused() {
    try (TensorScope scope = new TensorScope()) {
      Tensor picture = torch.rand(1, 3, 40, 40);
      assertThatThrownBy(() -> network.forwardTiled(picture, picture, 30))
          .hasMessage("the side of a tile must be a multiple of 4, but is 30");
    }
  }
}
