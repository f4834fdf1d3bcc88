package evenlight.torch.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import evenlight.torch.tensor.Natives;
import evenlight.torch.tensor.TensorScope;
import evenlight.torch.tensor.Tensors;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LcndrTilesTest {
  @BeforeAll
  static void seed() {
    Natives.load();
    torch.manual_seed(12);
  }

  static List<LcndrConfig> variants() {
    return LcndrVariants.all();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void forwardTiled_anyVariant_isWhatTheWholePictureGives(LcndrConfig config) {
    Lcndr network = new Lcndr(config);
    network.eval();
    try (TensorScope scope = new TensorScope();
        NoGradGuard noGrad = new NoGradGuard()) {
      Tensor over = torch.rand(1, 1, 148, 212);
      Tensor under = torch.rand(1, 1, 148, 212);
      float[] whole = Tensors.toArray(network.forwardTiled(over, under, 212));
      float[] tiled = Tensors.toArray(network.forwardTiled(over, under, 64));
      for (int i = 0; i < whole.length; i++) {
        assertThat(tiled[i]).isCloseTo(whole[i], offset(1e-4f));
      }
    }
  }

  @Test
  void forwardTiled_heightNotAMultipleOfFour_isRefused() {
    Lcndr network = new Lcndr(LcndrConfig.evenlight());
    try (TensorScope scope = new TensorScope()) {
      Tensor odd = torch.rand(1, 1, 150, 212);
      assertThatThrownBy(() -> network.forwardTiled(odd, odd, 64))
          .hasMessage(
              "a picture in tiles must have a height and width in multiples of 4, but is 150×212 in"
                  + " 64");
    }
  }
}
